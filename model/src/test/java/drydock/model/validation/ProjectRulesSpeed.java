package drydock.model.validation;

import drydock.model.manifest.ManifestFile;
import drydock.model.project.FileRoles;
import drydock.model.validation.standard.StandardRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Measures how long the rules across objects take after a keystroke in a project of about 1,000 objects.
///
/// A main of the tests: it prints the median and the worst of many checks, warm.
final class ProjectRulesSpeed {

    private static final int SHOPS = 125;
    private static final int WARM_UP = 400;
    private static final int RUNS = 200;

    private ProjectRulesSpeed() {}

    public static void main(String[] arguments) {
        List<ManifestFile> files = files();
        long objects = files.stream().mapToLong(f -> f.documents().size()).sum();
        List<RuleFamily> families = StandardRules.FAMILIES.stream()
                .map(f -> new RuleFamily(
                        f.bundle(),
                        f.rules().stream()
                                .filter(r -> r instanceof Rule.OfProject)
                                .toList()))
                .toList();
        long[] rules = measure(() -> {
            ProjectObjects seen = ProjectObjects.of(files, FileRoles.of(files));
            families.forEach(f -> run(f, seen));
        });
        long[] base = measure(() -> ProjectObjects.of(files, FileRoles.of(files)));
        Validator validator = StandardRules.validator();
        Validation before = validator.check(files);
        long[] all = measure(() -> validator.check(files, before));
        System.out.println(objects + " objects, " + before.findings().size() + " findings");
        print("all objects and how they stand to each other", base);
        print("the same with all rules across objects", rules);
        print("a whole check after a keystroke elsewhere", all);
    }

    private static void run(RuleFamily family, ProjectObjects seen) {
        ProjectView view = new ProjectView(seen, family.bundle());
        for (Rule rule : family.rules()) {
            if (rule instanceof Rule.OfProject(var check)) {
                check.accept(view);
            }
        }
        view.findings();
    }

    private static List<ManifestFile> files() {
        List<ManifestFile> files = new ArrayList<>();
        for (int i = 0; i < SHOPS; i++) {
            String shop = "shop-" + i;
            String text = String.join(
                            "---\n",
                            Samples.DEPLOYMENT,
                            Samples.SERVICE,
                            Samples.BUDGET,
                            Samples.INGRESS,
                            Samples.AUTOSCALER,
                            Samples.JOB,
                            Samples.STATEFUL_SET.replace("db", "web-db"),
                            Samples.HEADLESS_SERVICE.replace("db", "web-db"))
                    .replace("web", shop)
                    .replace("once", shop + "-once");
            files.add(ManifestFile.parse(shop + ".yaml", text));
        }
        return files;
    }

    private static long[] measure(Runnable what) {
        for (int i = 0; i < WARM_UP; i++) {
            what.run();
        }
        long[] nanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            what.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static void print(String what, long[] nanos) {
        System.out.printf(
                "%-50s median %5.1f ms, worst %5.1f ms%n", what, nanos[RUNS / 2] / 1e6, nanos[RUNS - 1] / 1e6);
    }
}
