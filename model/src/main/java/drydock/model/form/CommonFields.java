package drydock.model.form;

import static java.util.Map.entry;

import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The fields of the API's parts that a form shows though nothing is written there, the most used first.
final class CommonFields {

    /// Parts with so few fields are shown whole.
    private static final int FEW = 5;

    /// Likewise of custom kinds, of which it is not known what is used most.
    private static final int FEW_CUSTOM = 12;

    private static final Map<String, List<String>> BY_DEFINITION = Map.ofEntries(
            fields("ObjectMeta", "labels annotations"),
            fields("PodTemplateSpec", "metadata spec"),
            fields(
                    "Container",
                    "name image ports env envFrom resources volumeMounts command args imagePullPolicy"
                            + " livenessProbe readinessProbe startupProbe securityContext"),
            fields("ContainerPort", "name containerPort protocol"),
            fields("EnvVar", "name value valueFrom"),
            fields("EnvVarSource", "configMapKeyRef secretKeyRef fieldRef"),
            fields("ObjectFieldSelector", "fieldPath"),
            fields("EnvFromSource", "prefix configMapRef secretRef"),
            fields("ResourceRequirements", "requests limits"),
            fields("VolumeResourceRequirements", "requests limits"),
            fields("VolumeMount", "name mountPath subPath readOnly"),
            fields("Volume", "name emptyDir configMap secret persistentVolumeClaim hostPath"),
            fields("ConfigMapVolumeSource", "name items optional"),
            fields("SecretVolumeSource", "secretName items optional"),
            fields(
                    "Probe",
                    "httpGet tcpSocket exec initialDelaySeconds periodSeconds timeoutSeconds"
                            + " successThreshold failureThreshold"),
            fields("HTTPGetAction", "path port scheme"),
            fields("TCPSocketAction", "port"),
            fields("SecurityContext", "runAsUser runAsNonRoot readOnlyRootFilesystem privileged"),
            fields("PodSecurityContext", "runAsUser runAsGroup fsGroup runAsNonRoot"),
            fields("ServicePort", "name port targetPort nodePort protocol"),
            fields("LabelSelector", "matchLabels matchExpressions"),
            fields("IngressRule", "host http"),
            fields("HTTPIngressPath", "path pathType backend"),
            fields("IngressBackend", "service"),
            fields("MetricSpec", "type resource"),
            fields("PersistentVolumeClaim", "metadata spec"),
            fields("PersistentVolumeClaimSpec", "accessModes resources storageClassName"),
            fields("NetworkPolicyPeer", "podSelector namespaceSelector ipBlock"),
            fields("LimitRangeItem", "type default defaultRequest min max"),
            fields("JobTemplateSpec", "spec"),
            fields("JobSpec", "template"));

    private CommonFields() {}

    /// The names of the fields that are shown of `object` in any case.
    static List<String> of(SchemaObject object) {
        String name = object.definition().substring(object.definition().lastIndexOf('.') + 1);
        List<String> known = BY_DEFINITION.get(name);
        if (known != null) {
            return known;
        }
        boolean few = object.fields().size() <= (object.definition().indexOf('/') < 0 ? FEW : FEW_CUSTOM);
        return object.fields().stream()
                .filter(field -> few || field.required())
                .map(SchemaField::name)
                .toList();
    }

    private static Map.Entry<String, List<String>> fields(String definition, String names) {
        return entry(definition, Arrays.asList(names.split(" ", -1)));
    }
}
