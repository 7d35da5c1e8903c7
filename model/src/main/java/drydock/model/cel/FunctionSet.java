package drydock.model.cel;

import dev.cel.bundle.CelBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Functions that expressions may call, by their names and the types of what they are called on.
@SuppressWarnings("Immutable") // the functions given keep nothing, which their types do not say
final class FunctionSet {

    private final Map<String, List<CelOverloadDecl>> declarations = new LinkedHashMap<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    /// A type of values, as expressions know it and as they are kept.
    record Type<T>(CelType cel, Class<T> java) {}

    /// Adds `name()`.
    void constant(String name, CelType result, Supplier<Object> value) {
        declare(name, CelOverloadDecl.newGlobalOverload(name + "_constant", result));
        bindings.add(CelFunctionBinding.from(name + "_constant", List.of(), _ -> value.get()));
    }

    /// Adds `name(of)`.
    <T> void global(String name, CelType result, Type<T> of, Function<T, Object> function) {
        String id = id(name, of.cel());
        declare(name, CelOverloadDecl.newGlobalOverload(id, result, of.cel()));
        bindings.add(CelFunctionBinding.from(id, of.java(), function::apply));
    }

    /// Adds `name(of, and)`.
    <T, U> void global(String name, CelType result, Type<T> of, Type<U> and, BiFunction<T, U, Object> function) {
        String id = id(name, of.cel(), and.cel());
        declare(name, CelOverloadDecl.newGlobalOverload(id, result, of.cel(), and.cel()));
        bindings.add(CelFunctionBinding.from(id, of.java(), and.java(), function::apply));
    }

    /// Adds `of.name()`.
    <T> void member(String name, CelType result, Type<T> of, Function<T, Object> function) {
        String id = "member_" + id(name, of.cel());
        declare(name, CelOverloadDecl.newMemberOverload(id, result, of.cel()));
        bindings.add(CelFunctionBinding.from(id, of.java(), function::apply));
    }

    /// Adds `of.name(and)`.
    <T, U> void member(String name, CelType result, Type<T> of, Type<U> and, BiFunction<T, U, Object> function) {
        String id = "member_" + id(name, of.cel(), and.cel());
        declare(name, CelOverloadDecl.newMemberOverload(id, result, of.cel(), and.cel()));
        bindings.add(CelFunctionBinding.from(id, of.java(), and.java(), function::apply));
    }

    /// A function of three.
    interface Three<T, U, V> {
        Object of(T first, U second, V third);
    }

    /// Adds `of.name(and, with)`.
    <T, U, V> void member(String name, CelType result, Type<T> of, Type<U> and, Type<V> with, Three<T, U, V> function) {
        String id = "member_" + id(name, of.cel(), and.cel(), with.cel());
        declare(name, CelOverloadDecl.newMemberOverload(id, result, of.cel(), and.cel(), with.cel()));
        bindings.add(CelFunctionBinding.from(
                id,
                List.of(of.java(), and.java(), with.java()),
                given -> function.of(
                        of.java().cast(given[0]),
                        and.java().cast(given[1]),
                        with.java().cast(given[2]))));
    }

    /// Adds `of.isLessThan(other)`, `of.isGreaterThan(other)` and `of.compareTo(other)`.
    <T> void comparisons(Type<T> of, CelType truth, CelType number, Comparator<T> order) {
        member("isLessThan", truth, of, of, (a, b) -> order.compare(a, b) < 0);
        member("isGreaterThan", truth, of, of, (a, b) -> order.compare(a, b) > 0);
        member("compareTo", number, of, of, (a, b) -> (long) Integer.signum(order.compare(a, b)));
    }

    private void declare(String name, CelOverloadDecl overload) {
        declarations.computeIfAbsent(name, _ -> new ArrayList<>()).add(overload);
    }

    private static String id(String name, CelType... types) {
        StringBuilder id = new StringBuilder(name);
        for (CelType type : types) {
            id.append('_').append(type.name());
        }
        return id.toString();
    }

    void addTo(CelBuilder builder) {
        builder.addFunctionDeclarations(declared());
        builder.addFunctionBindings(bindings);
    }

    /// What the functions are called, what they take and what they give.
    List<CelFunctionDecl> declared() {
        return declarations.entrySet().stream()
                .map(named -> CelFunctionDecl.newFunctionDeclaration(named.getKey(), named.getValue()))
                .toList();
    }
}
