package io.tocsin.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** How names become addresses. */
@FunctionalInterface
public interface HostLookup {
  /** The machine's resolver. */
  HostLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * All addresses of a host.
   *
   * @param host a name in ASCII, or an address without brackets
   * @throws UnknownHostException when there is none
   */
  List<InetAddress> addresses(String host) throws UnknownHostException;
}
