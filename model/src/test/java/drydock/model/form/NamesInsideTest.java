package drydock.model.form;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Outcome;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesInsideTest {

    private static final ResourceId DATABASE = new ResourceId("apps", "StatefulSet", "default", "db");
    private static final String TEXT = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          template:
            spec:
              volumes:
              - name: tmp # scratch
                emptyDir: {}
              - name: conf
                configMap: {name: conf}
              initContainers:
              - name: prepare
                volumeMounts:
                - {name: tmp, mountPath: /tmp}
              containers:
              - name: db
                ports:
                - name: sql
                  containerPort: 5432
                readinessProbe:
                  tcpSocket: {port: sql}
                livenessProbe:
                  tcpSocket: {port: 5432}
                volumeMounts:
                - mountPath: /tmp
                  name: tmp # the same
                - {name: data, mountPath: /data}
              - name: exporter
                readinessProbe:
                  tcpSocket: {port: sql}
          volumeClaimTemplates:
          - metadata: {name: data}
        """;

    private static String set(Object value, Object... path) {
        Project project = Project.of(List.of(ManifestFile.parse("db.yaml", TEXT)), DiagramFile.ABSENT);
        Outcome<Project> outcome = new FormEdits(project, List.of(DATABASE))
                .set(FieldPath.of(path), value)
                .applyTo(project);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Project>) outcome)
                .value()
                .file("db.yaml")
                .orElseThrow()
                .text();
    }

    @Test
    void aVolumeTakesItsMountsAlong() {
        assertThat(set("scratch", "spec", "template", "spec", "volumes", 0, "name"))
                .isEqualTo(TEXT.replace("name: tmp", "name: scratch"));
    }

    @Test
    void aClaimTemplateTakesItsMountsAlong() {
        assertThat(set("files", "spec", "volumeClaimTemplates", 0, "metadata", "name"))
                .isEqualTo(TEXT.replace("name: data", "name: files"));
    }

    @Test
    void aPortTakesTheProbesOfItsOwnContainerAlong() {
        assertThat(set("postgres", "spec", "template", "spec", "containers", 0, "ports", 0, "name"))
                .isEqualTo(
                        TEXT.replace("name: sql", "name: postgres").replaceFirst("\\{port: sql}", "{port: postgres}"));
    }

    @Test
    void aNameThatAnotherVolumeHasTakesNothingAlong() {
        assertThat(set("conf", "spec", "template", "spec", "volumes", 0, "name"))
                .isEqualTo(TEXT.replace("name: tmp # scratch", "name: conf # scratch"));
    }

    @Test
    void aContainersNameIsNobodysElse() {
        assertThat(set("tmp", "spec", "template", "spec", "containers", 0, "name"))
                .isEqualTo(TEXT.replace("name: db\n        ports", "name: tmp\n        ports"));
    }
}
