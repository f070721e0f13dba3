package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.tables.RowHash;
import java.io.ByteArrayInputStream;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.Test;

/** A row of every type on its way into a table. */
public class StoredRowTest {
  @Test
  public void aCopyHasTheDayTheKeyAndTheHashOfTheRow() throws CoderException {
    for (EveryType row : EveryType.rows()) {
      StoredRow copy = CoderUtils.clone(StoredRow.coder(), StoredRow.of(EveryType.COMPUTED, row));
      Object[] cells = EveryType.COMPUTED.shape().cells(row);
      assertThat(copy.key(), is(EveryType.COMPUTED.keyOf(row)));
      assertThat(copy.hash(), is(RowHash.of(EveryType.COMPUTED.columns(), cells)));
      assertThat(copy.day(), is(row.getGameDate()));
    }
  }

  @Test
  public void theCoderCanBeSentToAWorker() {
    CoderProperties.coderSerializable(StoredRow.coder());
  }

  @Test
  public void bytesThatAreNoRowAreRefused() {
    assertThrows(
        CoderException.class,
        () -> StoredRow.coder().decode(new ByteArrayInputStream(new byte[] {99})));
  }
}
