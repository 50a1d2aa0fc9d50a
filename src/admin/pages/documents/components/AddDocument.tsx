import { __ } from '@wordpress/i18n';
import { SelectField } from '../../../../components/fields';
import type { Kind } from '../../../../generated/schemas';
import { KIND_FACTS, kindWord, v1Reason } from '../../../settings/kinds';
import type { SettingsForm } from '../../../settings/useSettings';

type AddDocumentProps = {
	/** Those that are off. */
	kinds: readonly Kind[];
	form: SettingsForm;
	hasV1: boolean | null;
	onAdd: ( kind: Kind ) => void;
};

/** One line for all kinds that are off. What is added is on once it is saved. */
export function AddDocument( { kinds, form, hasV1, onAdd }: AddDocumentProps ) {
	const isMissing = ( kind: Kind ): boolean =>
		KIND_FACTS[ kind ].needsV1 && hasV1 === false;
	const offered = kinds.filter( ( kind ) => ! isMissing( kind ) );
	const missing = kinds.filter( isMissing );
	return kinds.length === 0 ? null : (
		<div className="orderinvoicer-stack orderinvoicer-add">
			<SelectField
				label={ __( 'Add a document', 'orderinvoicer' ) }
				help={
					missing.length > 0
						? `${ missing.map( kindWord ).join( ', ' ) } – ${ v1Reason() }`
						: undefined
				}
				value=""
				options={ [
					{ value: '', label: __( 'Choose', 'orderinvoicer' ) },
					...offered.map( ( kind ) => ( {
						value: kind,
						label: kindWord( kind ),
					} ) ),
				] }
				onChange={ ( chosen ) => {
					const kind = offered.find( ( one ) => one === chosen );
					if ( kind ) {
						form.editGroup( kind, { enabled: true } );
						onAdd( kind );
					}
				} }
			/>
		</div>
	);
}
