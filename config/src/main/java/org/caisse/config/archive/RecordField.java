package org.caisse.config.archive;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.caisse.domain.archive.SinceSchema;

/**
 * One component of a record class that can be archived, with accessors as fast as a call in source.
 * Both the content hash and the column writer are built from it, once per record class.
 */
public final class RecordField {

  /** What a component holds. Only the first five can never be null. */
  public enum Kind {
    BYTE(1, false),
    SHORT(2, false),
    INT(4, false),
    LONG(8, false),
    FLAG(1, false),
    STRING(0, true),
    DATE(4, true),
    ENUM(0, true),
    BOXED_SHORT(2, true),
    BOXED_INT(4, true),
    BOXED_LONG(8, true),
    BOXED_FLAG(1, true),
    RECORD(0, true),
    RECORDS(0, true);

    private final int width;
    private final boolean nullable;

    Kind(int width, boolean nullable) {
      this.width = width;
      this.nullable = nullable;
    }

    /** Bytes of a value in the canonical form; 0 when it depends on the value. */
    int width() {
      return width;
    }

    /** Whether a component of this kind may be null. */
    public boolean nullable() {
      return nullable;
    }
  }

  /**
   * Reads a whole number of a row. Public so that a class spun beside the record may implement it.
   */
  @FunctionalInterface
  public interface Whole {
    long of(Object row);
  }

  /** Reads a truth value of a row. */
  @FunctionalInterface
  public interface Flag {
    boolean of(Object row);
  }

  /** Reads a value of a row that may be null. */
  @FunctionalInterface
  public interface Value {
    Object of(Object row);
  }

  /**
   * Each class once: the accessors are classes that are made in the running program, and a month
   * has many files of the same rows.
   */
  private static final ClassValue<List<RecordField>> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected List<RecordField> computeValue(Class<?> recordClass) {
          return Arrays.stream(recordClass.getRecordComponents())
              .map(component -> field(recordClass, component))
              .toList();
        }
      };

  private final String name;
  private final int since;
  private final Kind kind;
  private final Class<?> type;
  private final Whole whole;
  private final Flag flag;
  private final Value value;

  private RecordField(
      RecordComponent component, Kind kind, Class<?> type, Whole whole, Flag flag, Value value) {
    this.name = component.getName();
    this.since = since(component);
    this.kind = kind;
    this.type = type;
    this.whole = whole;
    this.flag = flag;
    this.value = value;
  }

  /**
   * The components of a record class, in declared order.
   *
   * @throws IllegalArgumentException when a component has a type that cannot be archived; the
   *     message names it
   */
  public static List<RecordField> of(Class<? extends Record> recordClass) {
    return of(recordClass, schema(recordClass));
  }

  /**
   * The components that a record class had in a schema, in declared order.
   *
   * @throws IllegalArgumentException when a component has a type that cannot be archived; the
   *     message names it
   */
  public static List<RecordField> of(Class<? extends Record> recordClass, int schema) {
    return OF_CLASS.get(recordClass).stream().filter(field -> field.since <= schema).toList();
  }

  /** The schema of a record class now: the highest in which a column came to it, or 1. */
  public static int schema(Class<? extends Record> recordClass) {
    int schema = 1;
    for (RecordComponent component : recordClass.getRecordComponents()) {
      schema = Math.max(schema, since(component));
    }
    return schema;
  }

  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  /** The component's class; for {@link Kind#RECORDS}, the class of the elements. */
  public Class<?> type() {
    return type;
  }

  /** The value of a component of kind BYTE, SHORT, INT or LONG. */
  public long whole(Object row) {
    return whole.of(row);
  }

  /** The value of a component of kind FLAG. */
  public boolean flag(Object row) {
    return flag.of(row);
  }

  /** The value of a component that may be null. */
  public Object value(Object row) {
    return value.of(row);
  }

  private static RecordField field(Class<?> owner, RecordComponent component) {
    Kind kind = kind(owner, component);
    return switch (kind) {
      case BYTE, SHORT, INT, LONG ->
          new RecordField(
              component,
              kind,
              component.getType(),
              accessor(owner, component, Whole.class, long.class),
              null,
              null);
      case FLAG ->
          new RecordField(
              component,
              kind,
              component.getType(),
              null,
              accessor(owner, component, Flag.class, boolean.class),
              null);
      case STRING, DATE, ENUM, BOXED_SHORT, BOXED_INT, BOXED_LONG, BOXED_FLAG, RECORD, RECORDS ->
          new RecordField(
              component,
              kind,
              kind == Kind.RECORDS ? element(component) : component.getType(),
              null,
              null,
              accessor(owner, component, Value.class, Object.class));
    };
  }

  private static int since(RecordComponent component) {
    SinceSchema since = component.getAnnotation(SinceSchema.class);
    return since == null ? 1 : since.value();
  }

  private static Kind kind(Class<?> owner, RecordComponent component) {
    Class<?> type = component.getType();
    if (type.isPrimitive()) {
      return primitive(owner, component);
    }
    if (type == String.class) {
      return Kind.STRING;
    }
    if (type == LocalDate.class) {
      return Kind.DATE;
    }
    if (type == Short.class) {
      return Kind.BOXED_SHORT;
    }
    if (type == Integer.class) {
      return Kind.BOXED_INT;
    }
    if (type == Long.class) {
      return Kind.BOXED_LONG;
    }
    if (type == Boolean.class) {
      return Kind.BOXED_FLAG;
    }
    if (type.isEnum()) {
      return Kind.ENUM;
    }
    if (type.isRecord()) {
      return Kind.RECORD;
    }
    if (type == List.class && element(component).isRecord()) {
      return Kind.RECORDS;
    }
    throw unsupported(owner, component);
  }

  private static Kind primitive(Class<?> owner, RecordComponent component) {
    Class<?> type = component.getType();
    if (type == long.class) {
      return Kind.LONG;
    }
    if (type == int.class) {
      return Kind.INT;
    }
    if (type == boolean.class) {
      return Kind.FLAG;
    }
    if (type == short.class) {
      return Kind.SHORT;
    }
    if (type == byte.class) {
      return Kind.BYTE;
    }
    throw unsupported(owner, component);
  }

  private static Class<?> element(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : Object.class;
  }

  private static IllegalArgumentException unsupported(Class<?> owner, RecordComponent component) {
    return new IllegalArgumentException(
        ("%s.%s is a %s, which has no archive form: use a whole number, boolean, String, LocalDate,"
                + " enum, record or list of records")
            .formatted(
                owner.getName(), component.getName(), component.getGenericType().getTypeName()));
  }

  private static <F> F accessor(
      Class<?> owner, RecordComponent component, Class<F> function, Class<?> result) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
      MethodHandle getter = lookup.unreflect(component.getAccessor());
      MethodHandle factory =
          LambdaMetafactory.metafactory(
                  lookup,
                  "of",
                  MethodType.methodType(function),
                  MethodType.methodType(result, Object.class),
                  getter,
                  MethodType.methodType(
                      result == Object.class ? component.getType() : result, owner))
              .getTarget();
      return function.cast(factory.invoke());
    } catch (Throwable e) {
      throw new IllegalStateException(
          "no access to " + owner.getName() + "." + component.getName(), e);
    }
  }
}
