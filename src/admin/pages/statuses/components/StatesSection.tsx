import { __, _n, sprintf } from '@wordpress/i18n';
import { SelectField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import type { Kind, Settings, Shop } from '../../../../generated/schemas';
import {
	enabledKinds,
	KIND_FACTS,
	kindWord,
	v1Reason,
} from '../../../settings/kinds';
import type { SettingsForm } from '../../../settings/useSettings';
import {
	documentStateWord,
	stateOf,
	type StatusRow,
	statusRows,
	withState,
} from '../rules';

type StatesSectionProps = {
	form: SettingsForm;
	shop: Shop;
	/** Null: not known. */
	hasV1: boolean | null;
};

/** Sellsy moves these through its older API only: API v2 has a status of estimates, and makes others final. */
const isMovedByV1 = ( kind: Kind ): boolean =>
	kind !== 'estimate' && ! KIND_FACTS[ kind ].isValidated;

export function StatesSection( { form, shop, hasV1 }: StatesSectionProps ) {
	const kinds = enabledKinds( form.value );
	const isGrey = ( kind: Kind ) => hasV1 === false && isMovedByV1( kind );
	return (
		<Section
			title={ __(
				'What an order’s status does to its documents',
				'orderinvoicer'
			) }
			intro={ __(
				'When an order enters a status, its documents move along. Nothing is made by this: a document that does not exist yet is left out. “Final” counts for documents that are set to become final with the status of the order.',
				'orderinvoicer'
			) }
		>
			{ kinds.some( isGrey ) && (
				<Message status="warning">
					<p>{ v1Reason() }</p>
				</Message>
			) }
			{ otherwiseFinal( form.value ).length > 0 && (
				<Message status="info">
					<p>
						{ sprintf(
							/* translators: %s: kinds of documents, such as Invoice, Credit note. */
							_n(
								'“Final” does nothing in this column: %s. Under Documents you chose another moment for it.',
								'“Final” does nothing in these columns: %s. Under Documents you chose another moment for it.',
								otherwiseFinal( form.value ).length,
								'orderinvoicer'
							),
							otherwiseFinal( form.value )
								.map( kindWord )
								.join( ', ' )
						) }
					</p>
				</Message>
			) }
			{ kinds.length === 0 ? (
				<p>
					{ __(
						'Switch on a kind of document under Documents first.',
						'orderinvoicer'
					) }
				</p>
			) : (
				<table className="orderinvoicer-states">
					<thead>
						<tr>
							<th scope="col">
								{ __( 'Order', 'orderinvoicer' ) }
							</th>
							{ kinds.map( ( kind ) => (
								<th key={ kind } scope="col">
									{ kindWord( kind ) }
								</th>
							) ) }
						</tr>
					</thead>
					<tbody>
						{ statusRows(
							shop.order_statuses,
							form.value.states
						).map( ( row ) => (
							<tr key={ row.status }>
								<th scope="row">{ row.label }</th>
								{ kinds.map( ( kind ) => (
									<td
										key={ kind }
										data-label={ kindWord( kind ) }
									>
										<StateChoice
											form={ form }
											row={ row }
											kind={ kind }
											disabled={ isGrey( kind ) }
										/>
									</td>
								) ) }
							</tr>
						) ) }
					</tbody>
				</table>
			) }
		</Section>
	);
}

/** “Final” is chosen for these, but they become final in another way. */
const otherwiseFinal = ( settings: Settings ): Kind[] =>
	enabledKinds( settings ).filter(
		( kind ) =>
			KIND_FACTS[ kind ].isValidated &&
			settings[ kind ].finalise !== 'mapping' &&
			settings.states.some(
				( rule ) => rule.kind === kind && rule.state === 'finalised'
			)
	);

type StateChoiceProps = {
	form: SettingsForm;
	row: StatusRow;
	kind: Kind;
	disabled: boolean;
};

function StateChoice( { form, row, kind, disabled }: StateChoiceProps ) {
	const { states } = form.value;
	const choices = KIND_FACTS[ kind ].states;
	return (
		<SelectField
			label={ sprintf(
				/* translators: 1: kind of document, such as Invoice, 2: status of an order. */
				__( '%1$s when the order is: %2$s', 'orderinvoicer' ),
				kindWord( kind ),
				row.label
			) }
			hideLabelFromVision
			disabled={ disabled }
			value={ stateOf( states, kind, row.status ) ?? '' }
			options={ [
				{ value: '', label: '–' },
				...choices.map( ( state ) => ( {
					value: state,
					label: documentStateWord( state ),
				} ) ),
			] }
			onChange={ ( chosen ) =>
				form.edit( {
					states: withState(
						states,
						kind,
						row.status,
						choices.find( ( state ) => state === chosen ) ?? null
					),
				} )
			}
		/>
	);
}
