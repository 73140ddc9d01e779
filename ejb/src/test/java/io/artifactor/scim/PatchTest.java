package io.artifactor.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOMEBODY =
            """
            {"userName": "anna", "externalId": "e1", "active": true, "name": {"givenName": "Anna"},
             "emails": [{"type": "work", "value": "anna@acme.example", "primary": true}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'op':'replace','path':'active','value':false}                | /active            | false",
                "{'op':'Replace','path':'active','value':'False'}              | /active            | \"False\"",
                "{'op':'replace','value':{'active':false}}                     | /active            | false",
                "{'op':'add','value':{'name.familyName':'Weber'}}              | /name/familyName   | \"Weber\"",
                "{'op':'replace','path':'name.givenName','value':'Ann'}        | /name/givenName    | \"Ann\"",
                "{'op':'replace','path':'NAME.GIVENNAME','value':'Ann'}        | /name/givenName    | \"Ann\"",
                "{'op':'replace','path':'name','value':{'familyName':'Weber'}} | /name/givenName    | \"Anna\"",
                "{'op':'add','path':'displayName','value':'Ann'}               | /displayName       | \"Ann\"",
                "{'op':'replace','path':'emails[type eq ^work^].value','value':'a@b.c'} | /emails/0/value | \"a@b.c\"",
                "{'op':'add','path':'emails[type eq ^home^].value','value':'a@b.c'}     | /emails/1/type  | \"home\"",
                "{'op':'add','path':'emails','value':[{'value':'a@b.c','primary':true}]}  | /emails/0/primary | false",
                "{'op':'add','path':'emails','value':{'value':'anna@acme.example'}}       | /emails         | 1",
                "{'op':'replace','path':'emails','value':[{'value':'a@b.c'}]}             | /emails/0/value | \"a@b.c\"",
                "{'op':'remove','path':'emails'}                               | /emails            | 0",
                "{'op':'remove','path':'emails[type eq ^work^]'}             | /emails            | 0",
                "{'op':'remove','path':'emails[type eq ^none^]'}             | /emails            | 1",
                "{'op':'remove','path':'name.givenName'}                       | /name              | 0",
                "{'op':'remove','path':'emails','value':[{'value':'anna@acme.example'}]}  | /emails         | 0",
                "{'op':'add','path':'title','value':'Painter'}                 | /userName          | \"anna\"",
                "{'op':'add','path':'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department','value':'X'} | /userName | \"anna\"",
                "{'op':'replace','path':'urn:ietf:params:scim:schemas:core:2.0:User:userName','value':'ann'} | /userName | \"ann\"",
            })
    void changesAreApplied(String operation, String where, String expected)
            throws JsonProcessingException {
        JsonNode found = applied(operation).at(where);

        if (found.isContainerNode()) {
            assertThat(found.size()).isEqualTo(Integer.parseInt(expected));
        } else {
            assertThat(found).isEqualTo(JSON.readTree(expected));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'op':'move','path':'active','value':false}              | invalidSyntax",
                "{'path':'active','value':false}                          | invalidSyntax",
                "{'op':'replace','path':'active'}                         | invalidValue",
                "{'op':'replace','value':'anna'}                          | invalidValue",
                "{'op':'remove'}                                          | noTarget",
                "{'op':'replace','path':'id','value':'x'}                 | mutability",
                "{'op':'add','path':'groups','value':[{'value':'x'}]}     | mutability",
                "{'op':'add','value':{'meta':{'location':'x'}}}           | mutability",
                "{'op':'replace','path':'emails[type eq ^x^].value','value':'a'} | noTarget",
                "{'op':'add','path':'emails[type ne ^work^].value','value':'a'}  | noTarget",
                "{'op':'replace','path':'userName.x','value':'a'}         | invalidPath",
                "{'op':'replace','path':'name[a eq ^b^]','value':'a'}   | invalidPath",
                "{'op':'replace','path':'a.b.c','value':'a'}              | invalidPath",
                "{'op':'replace','path':7,'value':'a'}                    | invalidPath",
                "{'op':'replace','path':'emails[type eq','value':'a'}     | invalidFilter",
                "{'op':'add','path':'emails','value':[7]}                 | invalidValue",
                "{'op':'add','path':'name','value':7}                     | invalidValue",
            })
    void whatCannotBeDoneIsRefused(String operation, String type) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> applied(operation))
                .satisfies(
                        problem -> assertThat(problem.data()).containsEntry(ScimErrors.TYPE, type));
    }

    @Test
    void membersAreAddedOnceAndTakenOut() throws JsonProcessingException {
        ObjectNode group = (ObjectNode) JSON.readTree("{\"displayName\": \"painters\"}");
        patch(
                        """
                        {"op": "add", "path": "members", "value": [{"value": "1"}, {"value": "2"}]},
                        {"op": "add", "path": "members", "value": [{"value": "2"}, {"value": "3"}]},
                        {"op": "remove", "path": "members[value eq \\"1\\"]"}
                        """)
                .applyTo(group, Shape.GROUP);

        assertThat(group.path("members").findValuesAsText("value")).containsExactly("2", "3");
    }

    @Test
    void operationsMustBeAList() {
        for (String document :
                new String[] {"{}", "{\"Operations\": {}}", "{\"Operations\": []}"}) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> Patch.of(JSON.readTree(document)));
        }
    }

    @Test
    void aDocumentIsReadWhateverTheCapitalsOfItsNames() throws JsonProcessingException {
        UserAttributes said =
                UserAttributes.of(
                        JSON.readTree(
                                """
                                {"USERNAME": "anna", "externalID": "e1", "Active": "False",
                                 "Name": {"GivenName": "Anna", "familyname": "Weber"},
                                 "Emails": [{"Value": "Anna@Acme.example"}], "title": 7}
                                """));

        assertThat(said.active()).isFalse();
        assertThat(said.shownName()).contains("Anna Weber");
        assertThat(said.email()).contains("Anna@Acme.example");
        assertThat(said.addresses()).containsExactly("anna@acme.example");
    }

    private static JsonNode applied(String operation) throws JsonProcessingException {
        ObjectNode document = (ObjectNode) JSON.readTree(SOMEBODY);
        // In the tables, ' stands for a quote and ^ for one inside of a text.
        patch(operation.replace('\'', '"').replace("^", "\\\"")).applyTo(document, Shape.USER);
        return document;
    }

    private static Patch patch(String operations) throws JsonProcessingException {
        return Patch.of(JSON.readTree("{\"Operations\": [" + operations + "]}"));
    }
}
