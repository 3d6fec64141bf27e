package io.tocsin.backtest.chart;

/** How charts look, in light and dark; the colours are those of the dashboard. */
final class ChartStyle {
  static final String CSS =
      """
      svg{color-scheme:light dark;--ground:#fff;--ink:#15181e;--soft:#4f5766;--line:#e3e6ec;--axis:#aeb5c2;\
      --measure:#1d4fc4;--wash:#1d4fc41f;--window:#ffe6a180;--asked:#93470a;--band:#17693a24;--expected:#17693a;\
      --critical:#b3161f;--warning:#b26a00;--info:#1d4fc4}
      @media(prefers-color-scheme:dark){svg{--ground:#15181e;--ink:#e8ebf1;--soft:#b0b7c5;--line:#272c36;--axis:#566072;\
      --measure:#8fb2ff;--wash:#8fb2ff2b;--window:#5a440b99;--asked:#ffb45f;--band:#6fd1932b;--expected:#6fd193;\
      --critical:#ff8d88;--warning:#f2bd55;--info:#8fb2ff}}
      text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;fill:var(--soft)}
      .title{font-size:18px;font-weight:650;fill:var(--ink)}.ground{fill:var(--ground)}.across{stroke:var(--line)}\
      .axis{stroke:var(--axis)}.number{text-anchor:end}.time{text-anchor:middle}
      .measure{fill:none;stroke:var(--measure);stroke-width:2;stroke-linejoin:round}.wash{fill:var(--wash)}\
      .window{fill:var(--window)}.asked{stroke:var(--asked);stroke-width:1.5;stroke-dasharray:6 4}.asked-word{fill:var(--asked)}.expected-word{fill:var(--expected)}
      .band{fill:var(--band)}.expected{fill:none;stroke:var(--expected);stroke-width:1.5;stroke-dasharray:2 3}\
      .mark{stroke-width:1.5}.word{font-size:12px;fill:var(--ink);paint-order:stroke;stroke:var(--ground);stroke-width:4px}
      .critical{fill:var(--critical);stroke:var(--critical)}.warning{fill:var(--warning);stroke:var(--warning)}\
      .info{fill:var(--info);stroke:var(--info)}.exhibit{stroke:var(--ink);stroke-width:2;stroke-linecap:round}
      """;

  private ChartStyle() {}
}
