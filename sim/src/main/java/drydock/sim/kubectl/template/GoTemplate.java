package drydock.sim.kubectl.template;

import drydock.sim.kubectl.template.GoPipeline.Operand;
import drydock.sim.kubectl.text.GoText;
import drydock.sim.kubectl.text.JsonText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A template of Go's package `text/template`, filled in with an object's JSON. What a map has not is `<no value>`.
public final class GoTemplate {

    private static final String NO_VALUE = "<no value>";

    private final List<GoNode> nodes;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Map<String, @Nullable Object>> scopes = new ArrayDeque<>();

    private GoTemplate(List<GoNode> nodes, Object root) {
        this.nodes = nodes;
        scopes.push(new HashMap<>(Map.of("$", root)));
    }

    /// What `template` prints of `root`.
    ///
    /// @throws BadTemplateException if it cannot be read, or not be filled in
    public static String print(String template, Object root) {
        List<GoNode> nodes;
        try {
            nodes = new GoParser(template).parse();
        } catch (BadTemplateException wrong) {
            throw new BadTemplateException("template: output:1: " + wrong.words());
        }
        GoTemplate run = new GoTemplate(nodes, root);
        run.run(run.nodes, root);
        return run.out.toString();
    }

    private void run(List<GoNode> list, @Nullable Object dot) {
        list.forEach(node -> run(node, dot));
    }

    private void run(GoNode node, @Nullable Object dot) {
        switch (node) {
            case GoNode.Text(var text) -> out.append(text);
            case GoNode.Action(var variable, var declares, var pipeline) -> {
                Object value = value(pipeline, dot);
                if (variable.isEmpty()) {
                    out.append(value == null ? NO_VALUE : GoText.of(value));
                } else if (declares) {
                    declare(variable.get(), value);
                } else {
                    assign(variable.get(), value);
                }
            }
            case GoNode.If(var condition, var then, var otherwise) -> {
                boolean holds = GoFunctions.truth(value(condition, dot));
                inScope(() -> run(holds ? then : otherwise, dot));
            }
            case GoNode.With(var variable, var pipeline, var then, var otherwise) -> {
                Object value = value(pipeline, dot);
                inScope(() -> {
                    variable.ifPresent(name -> declare(name, value));
                    if (GoFunctions.truth(value)) {
                        run(then, value);
                    } else {
                        run(otherwise, dot);
                    }
                });
            }
            case GoNode.Range range -> range(range, dot);
        }
    }

    private void range(GoNode.Range range, @Nullable Object dot) {
        List<Map.Entry<Object, @Nullable Object>> entries = entries(value(range.values(), dot), range);
        if (entries.isEmpty()) {
            inScope(() -> run(range.otherwise(), dot));
        }
        for (Map.Entry<Object, @Nullable Object> entry : entries) {
            inScope(() -> {
                range.key().ifPresent(name -> declare(name, entry.getKey()));
                range.item().ifPresent(name -> declare(name, entry.getValue()));
                run(range.body(), entry.getValue());
            });
        }
    }

    private static List<Map.Entry<Object, @Nullable Object>> entries(@Nullable Object value, GoNode.Range range) {
        List<Map.Entry<Object, @Nullable Object>> entries = new ArrayList<>();
        switch (value) {
            case null -> {
                // nothing to go through
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    entries.add(new java.util.AbstractMap.SimpleEntry<>((long) i, list.get(i)));
                }
            }
            case Map<?, ?> map ->
                JsonText.sorted(map)
                        .forEach((key, item) -> entries.add(new java.util.AbstractMap.SimpleEntry<>(key, item)));
            case Number number -> {
                for (long i = 0; i < number.longValue(); i++) {
                    entries.add(new java.util.AbstractMap.SimpleEntry<>(i, i));
                }
            }
            default -> throw executing(range.values(), "range can't iterate over " + GoText.of(value));
        }
        return entries;
    }

    private void inScope(Runnable body) {
        scopes.push(new HashMap<>());
        body.run();
        scopes.pop();
    }

    private void declare(String name, @Nullable Object value) {
        scopes.element().put(name, value);
    }

    private void assign(String name, @Nullable Object value) {
        scopes.stream()
                .filter(scope -> scope.containsKey(name))
                .findFirst()
                .orElseThrow(() -> new BadTemplateException("undefined variable \"" + name + "\""))
                .put(name, value);
    }

    private @Nullable Object value(GoPipeline pipeline, @Nullable Object dot) {
        try {
            Optional<Object[]> before = Optional.empty();
            for (List<Operand> command : pipeline.commands()) {
                before = Optional.of(new @Nullable Object[] {result(command, before, dot, pipeline)});
            }
            return before.orElseThrow()[0];
        } catch (BadTemplateException wrong) {
            throw wrong.words().startsWith("template: ") ? wrong : executing(pipeline, wrong.words());
        }
    }

    private static BadTemplateException executing(GoPipeline pipeline, String why) {
        return new BadTemplateException(
                "template: output:1: executing \"output\" at <" + pipeline.text() + ">: " + why);
    }

    private @Nullable Object result(
            List<Operand> command, Optional<Object[]> before, @Nullable Object dot, GoPipeline pipeline) {
        if (!(command.getFirst() instanceof Operand.Function(var name))) {
            if (command.size() > 1 || before.isPresent()) {
                throw executing(pipeline, "can't give argument to non-function " + pipeline.text());
            }
            return operand(command.getFirst(), dot);
        }
        List<@Nullable Object> args = new ArrayList<>();
        command.stream().skip(1).forEach(operand -> args.add(operand(operand, dot)));
        before.ifPresent(last -> args.add(last[0]));
        return GoFunctions.call(name, args);
    }

    private @Nullable Object operand(Operand operand, @Nullable Object dot) {
        return switch (operand) {
            case Operand.Dot(var names) -> inwards(dot, names);
            case Operand.Variable(var name, var names) -> inwards(variable(name), names);
            case Operand.Literal(var value) -> value;
            case Operand.Nil _ -> null;
            case Operand.Function(var name) -> GoFunctions.call(name, List.of());
            case Operand.Inner(var pipeline, var names) -> inwards(value(pipeline, dot), names);
        };
    }

    private @Nullable Object variable(String name) {
        return scopes.stream()
                .filter(scope -> scope.containsKey(name))
                .findFirst()
                .orElseThrow(() -> new BadTemplateException("undefined variable \"" + name + "\""))
                .get(name);
    }

    private static @Nullable Object inwards(@Nullable Object from, List<String> names) {
        Object value = from;
        for (String name : names) {
            value = switch (value) {
                case Map<?, ?> map -> map.get(name);
                case null -> throw new BadTemplateException("nil pointer evaluating interface {}." + name);
                default -> throw new BadTemplateException("can't evaluate field " + name + " in type interface {}");
            };
        }
        return value;
    }
}
