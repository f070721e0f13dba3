package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertThrows;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.beans.XMLDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.List;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.Test;

/** That the rule on foreign objects finds them, each in a class that makes some. */
public class ForeignObjectsTest {
  private static final class ReadsObjects {
    Object call(InputStream in) throws IOException, ClassNotFoundException {
      return new ObjectInputStream(in).readObject();
    }
  }

  private static class LikeAnObjectStream extends ObjectInputStream {
    LikeAnObjectStream(InputStream in) throws IOException {
      super(in);
    }
  }

  private static final class ReadsObjectsIndirectly {
    Object call(LikeAnObjectStream in) throws IOException, ClassNotFoundException {
      return in.readObject();
    }
  }

  private static final class ReadsXml {
    Object call(XMLDecoder in) {
      return in.readObject();
    }
  }

  private static final class ReadsBytes {
    Object call(byte[] bytes) {
      return SerializationUtils.deserialize(bytes);
    }
  }

  private static final class ReadsBytesWithBeam {
    Object call(byte[] bytes) {
      return SerializableUtils.deserializeFromByteArray(bytes, "something");
    }
  }

  private static final class LetsJsonNameClasses {
    @SuppressWarnings("deprecation")
    Object call() {
      return new ObjectMapper().enableDefaultTyping();
    }
  }

  private static final class LetsJsonNameSomeClasses {
    Object call(BasicPolymorphicTypeValidator some) {
      return new ObjectMapper().activateDefaultTyping(some);
    }
  }

  private static final class BuildsJsonThatNamesClasses {
    Object call(BasicPolymorphicTypeValidator some) {
      return JsonMapper.builder().activateDefaultTyping(some);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  private static final class IsNamedByJson {}

  private static final class HasWhatJsonNames {
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    Object any;
  }

  @Test
  public void everyWayIsFound() {
    for (Class<?> reader :
        List.of(
            ReadsObjects.class,
            LikeAnObjectStream.class,
            ReadsObjectsIndirectly.class,
            ReadsXml.class,
            ReadsBytes.class,
            ReadsBytesWithBeam.class,
            LetsJsonNameClasses.class,
            LetsJsonNameSomeClasses.class,
            BuildsJsonThatNamesClasses.class,
            IsNamedByJson.class,
            HasWhatJsonNames.class)) {
      AssertionError found =
          assertThrows(
              reader.getSimpleName(),
              AssertionError.class,
              () -> ForeignObjects.NONE.check(new ClassFileImporter().importClasses(reader)));
      assertThat(found.getMessage(), containsString(reader.getSimpleName()));
    }
  }
}
