package org.jizhun.kernel.house;

import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.FieldVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds double and float in the bytecode of a class: fields, parameters, results, calls, constants, local variables and
 * arithmetic. It reads bytecode because a local {@code double} leaves no trace in a class's signature.
 */
final class BinaryFloats extends ClassVisitor {

    private static final int API = Opcodes.ASM9;
    private static final Set<Integer> INSTRUCTIONS = Set.of(
            Opcodes.FCONST_0,
            Opcodes.FCONST_1,
            Opcodes.FCONST_2,
            Opcodes.DCONST_0,
            Opcodes.DCONST_1,
            Opcodes.I2F,
            Opcodes.I2D,
            Opcodes.L2F,
            Opcodes.L2D,
            Opcodes.FADD,
            Opcodes.DADD,
            Opcodes.FMUL,
            Opcodes.DMUL,
            Opcodes.FDIV,
            Opcodes.DDIV,
            Opcodes.FSUB,
            Opcodes.DSUB,
            Opcodes.FRETURN,
            Opcodes.DRETURN,
            Opcodes.DALOAD,
            Opcodes.FALOAD);
    private static final Set<Integer> VARIABLES = Set.of(Opcodes.FLOAD, Opcodes.DLOAD, Opcodes.FSTORE, Opcodes.DSTORE);

    private final List<String> found = new ArrayList<>();
    private String type = "";

    private BinaryFloats() {
        super(API);
    }

    /** One line for each use; empty where there is none. */
    static List<String> in(byte[] classFile) {
        BinaryFloats search = new BinaryFloats();
        new ClassReader(classFile).accept(search, ClassReader.SKIP_FRAMES);
        return search.found;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        type = name;
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        descriptor(name, descriptor);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
        descriptor(method, descriptor);
        return new MethodVisitor(API) {
            @Override
            public void visitInsn(int opcode) {
                if (INSTRUCTIONS.contains(opcode)) {
                    found.add(type + "." + method + ": arithmetic");
                }
            }

            @Override
            public void visitVarInsn(int opcode, int index) {
                if (VARIABLES.contains(opcode)) {
                    found.add(type + "." + method + ": variable");
                }
            }

            @Override
            public void visitLdcInsn(Object value) {
                if (value instanceof Double || value instanceof Float) {
                    found.add(type + "." + method + ": constant " + value);
                }
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String called2, boolean isInterface) {
                descriptor(method + " → " + called, called2);
            }
        };
    }

    private void descriptor(String name, String descriptor) {
        String plain = descriptor.replaceAll("L[^;]*;", "");
        if (plain.contains("D")
                || plain.contains("F")
                || descriptor.contains("Ljava/lang/Double;")
                || descriptor.contains("Ljava/lang/Float;")) {
            found.add(type + "." + name + ": " + descriptor);
        }
    }
}
