package org.caisse.jobs.account;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lists that queries join to a row as JSON. */
public final class JoinedFacts {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final JsonMapper ARRAYS =
      JsonMapper.builder()
          .annotationIntrospector(new RecordsAsArrays())
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private JoinedFacts() {}

  /**
   * A list.
   *
   * @param text as joined, or null when there is none
   */
  public static <T> List<T> list(String text, TypeReference<List<T>> type) {
    return text == null ? List.of() : JSON.readValue(text, type);
  }

  /**
   * A list of records, each an array of its components in their order.
   *
   * @param text as joined, or null when there is none
   */
  public static <T> List<T> arrays(String text, TypeReference<List<T>> type) {
    return text == null ? List.of() : ARRAYS.readValue(text, type);
  }

  /** Records by the order of their components instead of their names. */
  private static final class RecordsAsArrays extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonFormat.Value findFormat(MapperConfig<?> config, Annotated annotated) {
      return annotated.getRawType().isRecord()
          ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
          : super.findFormat(config, annotated);
    }
  }
}
