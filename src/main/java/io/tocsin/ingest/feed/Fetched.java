package io.tocsin.ingest.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was worth asking for.
 *
 * @param body bytes of the feed, unpacked; null when nothing changed
 * @param charset what the header says about them; null for nothing
 * @param url where the answer came from, behind all redirects
 * @param moved where the feed is from now on: the last address that only permanent redirects led to
 * @param validators for the next request
 * @param freshFor how long the server asks to be left alone; null when it does not
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
record Fetched(
    byte @Nullable [] body,
    @Nullable String charset,
    String url,
    String moved,
    Validators validators,
    @Nullable Duration freshFor) {}
