package drydock.model.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.kustomize.Kustomizations.Part;
import drydock.model.manifest.ManifestFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KustomizationsTest {

    private static final String BASE = "resources: [web.yaml]\n";

    /// @param texts paths and the texts behind them, one after the other
    private static Kustomizations of(String... texts) {
        List<ManifestFile> files = new ArrayList<>();
        for (int i = 0; i < texts.length; i += 2) {
            files.add(ManifestFile.parse(texts[i], texts[i + 1]));
        }
        return Kustomizations.of(files);
    }

    @Test
    void withoutAKustomizationNoFileIsAnythingToOne() {
        assertThat(of("web.yaml", "kind: Pod").part("web.yaml")).isEqualTo(Part.NONE);
    }

    @Test
    void filesThatArePatchedWithArePatches() {
        Kustomizations all = of("overlays/prod/kustomization.yaml", """
            resources: [../../base, extra.yaml]
            patchesStrategicMerge: [merge.yaml, "metadata:\\n  name: inline"]
            patches:
            - path: ./replicas.yaml
            - path: ../shared/limits.yaml
              target: {kind: Deployment}
            - patch: "- {op: remove, path: /spec/replicas}"
            patchesJson6902:
            - {path: operations.json, target: {kind: Deployment, name: web, version: v1}}
            """);
        assertThat(List.of(
                        "overlays/prod/merge.yaml",
                        "overlays/prod/replicas.yaml",
                        "overlays/shared/limits.yaml",
                        "overlays/prod/operations.json"))
                .allMatch(path -> all.part(path) == Part.PATCH);
        assertThat(all.part("overlays/prod/extra.yaml")).isEqualTo(Part.RESOURCE);
        assertThat(List.of("base/web.yaml", "replicas.yaml")).allMatch(path -> all.part(path) == Part.NONE);
    }

    @Test
    void filesThatItReadsForItselfAreInputs() {
        Kustomizations all = of("kustomization.yml", """
            resources: [web.yaml]
            configurations: [names.yaml]
            transformers: [labels.yaml]
            replacements: [{path: replace.yaml}]
            configMapGenerator: [{name: settings, files: [app.yaml=settings/app.yaml, b.yaml]}]
            helmCharts: [{name: redis, valuesFile: redis.yaml, additionalValuesFiles: [more.yaml]}]
            openapi: {path: schema.json}
            """);
        assertThat(List.of(
                        "names.yaml",
                        "labels.yaml",
                        "replace.yaml",
                        "settings/app.yaml",
                        "b.yaml",
                        "redis.yaml",
                        "more.yaml",
                        "schema.json"))
                .allMatch(path -> all.part(path) == Part.INPUT);
    }

    @Test
    void whatIsAResourceSomewhereIsOneThoughOthersPatchWithIt() {
        Kustomizations all = of("kustomization.yaml", "resources: [a.yaml]\npatches: [{path: a.yaml}]\n");
        assertThat(all.part("a.yaml")).isEqualTo(Part.RESOURCE);
    }

    @Test
    void overlaysThatNothingBuildsTogetherAreApart() {
        Kustomizations all = of(
                "base/kustomization.yaml",
                BASE,
                "dev/kustomization.yaml",
                "resources: [../base, host.yaml]\n",
                "prod/kustomization.yaml",
                "resources: [../base/, host.yaml]\n");
        assertThat(all.areApart("dev/host.yaml", "prod/host.yaml")).isTrue();
        assertThat(all.areApart("base/web.yaml", "prod/host.yaml")).isFalse();
        assertThat(all.areApart("dev/host.yaml", "alone.yaml")).isFalse();
    }

    @Test
    void overlaysThatAreBuiltTogetherAreNotApart() {
        Kustomizations all = of(
                "a/kustomization.yaml",
                BASE,
                "b/kustomization.yaml",
                BASE,
                "kustomization.yaml",
                "resources: [a, b]\n");
        assertThat(all.areApart("a/web.yaml", "b/web.yaml")).isFalse();
    }

    @Test
    void badKustomizationsSayNothing() {
        assertThat(List.of(
                        "resources: [",
                        "- a",
                        "patches: {path: a.yaml}",
                        "patches: [[path], 3, null]",
                        "resources: [../../../etc/passwd]",
                        ""))
                .allSatisfy(text -> assertThat(of("kustomization.yaml", text).part("etc/passwd"))
                        .isEqualTo(Part.NONE));
    }

    @Test
    void kustomizationsThatNameEachOtherEnd() {
        Kustomizations all = of(
                "a/kustomization.yaml", "resources: [../b, a.yaml]\n", "b/kustomization.yaml", "resources: [../a]\n");
        assertThat(all.areApart("a/a.yaml", "b/b.yaml")).isFalse();
    }
}
