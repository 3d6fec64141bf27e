package io.tocsin.topology;

import io.tocsin.model.Mention;
import io.tocsin.model.SubjectCount;

/**
 * A mention after it was counted.
 *
 * @param mention the mention
 * @param count the new count of its pane
 */
record Counted(Mention mention, SubjectCount count) {}
