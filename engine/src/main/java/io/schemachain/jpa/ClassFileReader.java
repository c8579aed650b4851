package io.schemachain.jpa;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/** Reads class files without loading them. It alone knows the library for that. */
final class ClassFileReader extends ClassVisitor {
  private static final int API = Opcodes.ASM9;

  private static final int MAGIC = 0xCAFEBABE;

  /** Bytes of magic number and version, which no class ends with. */
  private static final int HEADER = 8;

  /** What is added to the number of a Java release in a class file. */
  private static final int OFFSET_OF_VERSION = 44;

  private static final Pattern CLASS_IN_SIGNATURE = Pattern.compile("L([^;<:]+)(?=[;<])");
  private static final Pattern OF_API = Pattern.compile("L(jakarta|javax)/persistence/(\\w+);");
  private static final Set<String> MAPPED =
      Set.of("Entity", "Embeddable", "MappedSuperclass", "Converter");

  /** Whose annotations on a package mean something: of others there may be some on any. */
  private static final List<String> OF_PROVIDERS =
      List.of(
          "Ljakarta/persistence/", "Ljavax/persistence/", "Lorg/hibernate/", "Lorg/eclipse/persis");

  private final Set<String> apis = new TreeSet<>();
  private final Set<String> references = new TreeSet<>();
  private String name = "";
  private @Nullable String sourceFile;
  private boolean isEntity;
  private boolean isMapped;

  private ClassFileReader() {
    super(API);
  }

  /** A class file that says nothing to us, and why. */
  static final class UnreadableClassException extends Exception {
    private static final long serialVersionUID = 1;

    private final String hint;

    private UnreadableClassException(String message, String hint, RuntimeException cause) {
      super(message, cause);
      this.hint = hint;
    }

    String hint() {
      return hint;
    }
  }

  static ClassFacts read(byte[] file) throws UnreadableClassException {
    ClassFileReader reader = new ClassFileReader();
    try {
      new ClassReader(file).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    } catch (RuntimeException e) { // All sorts of them, for what is no class file.
      boolean isClass = file.length > HEADER && ByteBuffer.wrap(file).getInt() == MAGIC;
      throw isClass && e instanceof IllegalArgumentException
          ? new UnreadableClassException(
              "it is compiled for Java "
                  + javaRelease(file)
                  + ", of which Schemachain knows nothing",
              "Compile for an older release, with <maven.compiler.release>, or take a newer version"
                  + " of Schemachain.",
              e)
          : new UnreadableClassException(
              "it is damaged, or no class file at all (" + e + ")",
              "Compile the project anew, or fetch the library anew.",
              e);
    }
    return new ClassFacts(
        reader.name,
        reader.isEntity,
        reader.isMapped,
        Set.copyOf(reader.apis),
        reader.sourceFile,
        javaRelease(file),
        Set.copyOf(reader.references));
  }

  private static int javaRelease(byte[] file) {
    return ByteBuffer.wrap(file).getShort(HEADER - Short.BYTES) - OFFSET_OF_VERSION;
  }

  @Override
  public void visit(
      int version,
      int access,
      String internalName,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    name = internalName.replace('/', '.');
    if (superName != null) {
      references.add(superName.replace('/', '.'));
    }
    refer(signature);
  }

  @Override
  public void visitSource(@Nullable String source, @Nullable String debug) {
    sourceFile = source;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean isVisible) {
    Matcher matcher = OF_API.matcher(descriptor);
    if (matcher.matches()) {
      isMapped |= MAPPED.contains(matcher.group(2));
      isEntity |= matcher.group(2).equals("Entity");
    }
    boolean isOfPackage = name.endsWith(".package-info");
    isMapped |= isOfPackage && OF_PROVIDERS.stream().anyMatch(descriptor::startsWith);
    return annotation(descriptor);
  }

  private AnnotationVisitor annotation(String descriptor) {
    Matcher matcher = OF_API.matcher(descriptor);
    if (matcher.matches()) {
      apis.add(matcher.group(1) + ".persistence");
    }
    return new Annotation();
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    refer(descriptor);
    refer(signature);
    return new FieldVisitor(API) {
      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
        return annotation(type);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    refer(Type.getReturnType(descriptor).getDescriptor());
    return new MethodVisitor(API) {
      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
        return annotation(type);
      }
    };
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String component, String descriptor, @Nullable String signature) {
    return new RecordComponentVisitor(API) {
      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
        return annotation(type);
      }
    };
  }

  private void refer(@Nullable String signature) {
    if (signature != null) {
      Matcher matcher = CLASS_IN_SIGNATURE.matcher(signature);
      while (matcher.find()) {
        references.add(matcher.group(1).replace('/', '.'));
      }
    }
  }

  /** The values of an annotation: classes, and further annotations. */
  private final class Annotation extends AnnotationVisitor {
    private Annotation() {
      super(API);
    }

    @Override
    public void visit(@Nullable String key, Object value) {
      if (value instanceof Type type) {
        refer(type.getDescriptor());
      }
    }

    @Override
    public AnnotationVisitor visitAnnotation(@Nullable String key, String descriptor) {
      return annotation(descriptor);
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String key) {
      return this;
    }
  }
}
