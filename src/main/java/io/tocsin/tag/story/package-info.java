/**
 * Which texts are one story: a fingerprint that wire copies share, and a signature by which edited
 * copies are recognised. Before it stands the article as read into a {@link
 * io.tocsin.tag.text.Scan}; after it the tagged article, and whoever groups articles into stories.
 */
@NullMarked
package io.tocsin.tag.story;

import org.jspecify.annotations.NullMarked;
