package drydock.desktop;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The few functions of libX11 and libXtst that a test needs, called by their names.
@SuppressWarnings("restricted") // what Xlib gives is memory of its own
final class Xlib {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Map<Class<?>, MemoryLayout> LAYOUTS =
            Map.of(MemorySegment.class, ADDRESS, Long.class, JAVA_LONG, Integer.class, JAVA_INT, Byte.class, JAVA_BYTE);

    private final SymbolLookup functions = SymbolLookup.libraryLookup("libX11.so.6", Arena.global())
            .or(SymbolLookup.libraryLookup("libXtst.so.6", Arena.global()));
    private final Map<String, MethodHandle> handles = new ConcurrentHashMap<>();

    /// @throws IllegalArgumentException if a library is not there
    Xlib() {
        // a window may vanish while it is looked at; Xlib's own answer to that is to end the process
        pointer("XSetErrorHandler", ignoringErrors());
    }

    int number(String function, Object... arguments) {
        return (int) call(function, JAVA_INT, arguments);
    }

    long id(String function, Object... arguments) {
        return (long) call(function, JAVA_LONG, arguments);
    }

    MemorySegment pointer(String function, Object... arguments) {
        return (MemorySegment) call(function, ADDRESS, arguments);
    }

    int keyCode(MemorySegment display, long keysym) {
        return Byte.toUnsignedInt((byte) call("XKeysymToKeycode", JAVA_BYTE, display, keysym));
    }

    private Object call(String function, MemoryLayout result, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            layouts[i] = argument instanceof MemorySegment ? ADDRESS : LAYOUTS.get(argument.getClass());
        }
        MethodHandle handle = handles.computeIfAbsent(
                function,
                name -> LINKER.downcallHandle(functions.findOrThrow(name), FunctionDescriptor.of(result, layouts)));
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable failed) {
            throw new AssertionError(function, failed);
        }
    }

    private static MemorySegment ignoringErrors() {
        try {
            MethodHandle ignore = MethodHandles.lookup()
                    .findStatic(
                            Xlib.class,
                            "ignore",
                            MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class));
            return LINKER.upcallStub(ignore, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS), Arena.global());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"}) // called by Xlib
    private static int ignore(MemorySegment display, MemorySegment error) {
        return 0;
    }
}
