package io.tocsin.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses belong to the public internet, by the special-purpose registries of IANA (RFC
 * 6890 and its updates).
 */
final class PublicAddress {

  /** First address and length of every IPv4 block that is not public. */
  private static final long[][] NOT_PUBLIC = {
    {ip(0, 0, 0), 8}, // this network
    {ip(10, 0, 0), 8}, // private
    {ip(100, 64, 0), 10}, // shared by carriers
    {ip(127, 0, 0), 8}, // loopback
    {ip(169, 254, 0), 16}, // link-local, cloud metadata among it
    {ip(172, 16, 0), 12}, // private
    {ip(192, 0, 0), 24}, // protocol assignments
    {ip(192, 0, 2), 24}, // documentation
    {ip(192, 88, 99), 24}, // relays into IPv6
    {ip(192, 168, 0), 16}, // private
    {ip(198, 18, 0), 15}, // benchmarks
    {ip(198, 51, 100), 24}, // documentation
    {ip(203, 0, 113), 24}, // documentation
    {ip(224, 0, 0), 4}, // multicast
    {ip(240, 0, 0), 4}, // reserved, broadcast
  };

  private PublicAddress() {}

  /** Whether an address is reachable from anywhere, and so is no inner part of our own network. */
  static boolean holds(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublicV4(number(bytes)) : isPublicV6(bytes);
  }

  /** Whether not even a configuration that names the host makes sense of it. */
  static boolean isNobody(InetAddress address) {
    return address.isAnyLocalAddress() || address.isMulticastAddress();
  }

  private static boolean isPublicV4(long address) {
    for (long[] block : NOT_PUBLIC) {
      long mask = (0xFFFF_FFFFL << (32 - block[1])) & 0xFFFF_FFFFL;
      if ((address & mask) == block[0]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Only 2000::/3 is given out as global; of it, what carries an IPv4 address inside (Teredo, 6to4)
   * or is for documents is out too. Mapped addresses never come here: Java makes them IPv4.
   */
  private static boolean isPublicV6(byte[] bytes) {
    int first = pair(bytes, 0);
    int second = pair(bytes, 2);
    boolean global = first >> 13 == 1;
    boolean protocols = first == 0x2001 && second < 0x0200;
    boolean documents =
        (first == 0x2001 && second == 0x0DB8) || (first == 0x3FFF && second < 0x1000);
    boolean carriesV4 = first == 0x2002;
    return global && !protocols && !documents && !carriesV4;
  }

  private static int pair(byte[] bytes, int at) {
    return (Byte.toUnsignedInt(bytes[at]) << 8) | Byte.toUnsignedInt(bytes[at + 1]);
  }

  private static long ip(int first, int second, int third) {
    return ((long) first << 24) | ((long) second << 16) | ((long) third << 8);
  }

  private static long number(byte[] bytes) {
    return ((long) pair(bytes, 0) << 16) | pair(bytes, 2);
  }
}
