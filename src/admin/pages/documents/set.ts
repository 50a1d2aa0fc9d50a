import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { labelled } from '../../../i18n/labels';
import type {
	Kind,
	Sellsy,
	SettingsWorkflow,
} from '../../../generated/schemas';
import { choicesOf, type ListName, optionLabel } from './choices';
import { previewOf } from './preview';

/** What is chosen among the folded settings, each with its name: "Owner: Client Test". */
export function setOf(
	kind: Kind,
	workflow: SettingsWorkflow,
	sellsy: View< Sellsy >,
	currency: string
): string[] {
	const chosen = ( name: ListName, id: number | null ): string =>
		id === null
			? ''
			: optionLabel( choicesOf( sellsy, name, currency ), id );
	return [
		named(
			__( 'Rate category', 'orderinvoicer' ),
			chosen( 'rate_categories', workflow.rate_category_id )
		),
		named(
			__( 'Owner', 'orderinvoicer' ),
			chosen( 'staffs', workflow.owner_id )
		),
		named(
			__( 'Document model', 'orderinvoicer' ),
			chosen( 'models', workflow.model_id )
		),
		named(
			__( 'Payment terms', 'orderinvoicer' ),
			kind === 'invoice'
				? chosen( 'payment_terms', workflow.payment_term_id )
				: ''
		),
		named(
			__( 'Subject', 'orderinvoicer' ),
			previewOf( workflow.subject, currency )
		),
		named(
			__( 'Note', 'orderinvoicer' ),
			previewOf( workflow.note, currency )
		),
	].filter( ( text ) => text !== null );
}

const named = ( label: string, value: string ): string | null =>
	value === '' ? null : labelled( label, value );
