package dev.seqrpay.local.aws.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML with CloudFormation's short forms: {@code !Ref X} reads as {@code {Ref: X}}, {@code !Sub x} as {@code {Fn::Sub: x}}. */
final class CloudFormationYaml extends SafeConstructor {
    private CloudFormationYaml() {
        super(new LoaderOptions());
        yamlMultiConstructors.put("!", new ShortForm());
    }

    static Map<String, Object> read(String text) {
        return new Yaml(new CloudFormationYaml()).load(text);
    }

    private final class ShortForm extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            String name = node.getTag().getValue().substring(1);
            return Map.of(longForm(name), name.equals("GetAtt") ? path(argument(node)) : argument(node));
        }

        private Object argument(Node node) {
            if (node instanceof ScalarNode scalar) return constructScalar(scalar);
            if (node instanceof SequenceNode sequence) return constructSequence(sequence);
            return constructMapping((MappingNode) node);
        }
    }

    private static String longForm(String name) {
        return name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
    }

    private static Object path(Object argument) {
        return argument instanceof String text ? List.of(text.split("\\.", 2)) : argument;
    }
}
