/**
 * How each type of sink is spoken to: a message goes in, an answer comes out, and nothing is
 * remembered. {@code deliver} decides before what is sent when, and after what the answer means.
 */
@NullMarked
package io.tocsin.deliver.channel;

import org.jspecify.annotations.NullMarked;
