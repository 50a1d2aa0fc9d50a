import { __, sprintf } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import { KIND_FACTS, kindWord, parentOf } from '../../../settings/kinds';
import { choicesOf } from '../choices';
import type { KindProps } from '../types';
import { SellsyChoice } from './SellsyChoice';
import { Setting } from '../../../settings/Setting';

/** What Sellsy asks for with each document. */
export function SellsyFields( props: KindProps ) {
	const { kind, form, sellsy, shop } = props;
	const workflow = form.value[ kind ];
	return (
		<>
			<RateCategoryField { ...props } />
			<Setting
				name={ `${ kind }.owner_id` }
				form={ form }
				label={ __( 'Owner', 'orderinvoicer' ) }
			>
				<SellsyChoice
					label={ __( 'Owner', 'orderinvoicer' ) }
					emptyLabel={ __( 'Whoever is connected', 'orderinvoicer' ) }
					value={ workflow.owner_id }
					choices={ choicesOf( sellsy, 'staffs', shop.currency ) }
					onChange={ ( value ) =>
						form.editGroup( kind, { owner_id: value } )
					}
				/>
			</Setting>
			{ ! KIND_FACTS[ kind ].needsV1 && <ModelField { ...props } /> }
			{ kind === 'invoice' && (
				<Setting
					name={ `${ kind }.payment_term_id` }
					form={ form }
					label={ __( 'Payment terms', 'orderinvoicer' ) }
				>
					<SellsyChoice
						label={ __( 'Payment terms', 'orderinvoicer' ) }
						emptyLabel={ __(
							'As Sellsy decides',
							'orderinvoicer'
						) }
						value={ workflow.payment_term_id }
						choices={ choicesOf(
							sellsy,
							'payment_terms',
							shop.currency
						) }
						onChange={ ( value ) =>
							form.editGroup( kind, { payment_term_id: value } )
						}
					/>
				</Setting>
			) }
		</>
	);
}

function RateCategoryField( { kind, form, sellsy, shop }: KindProps ) {
	const choices = choicesOf( sellsy, 'rate_categories', shop.currency );
	const isMissing = choices.status === 'ready' && choices.items.length === 0;
	const chosen = form.value[ kind ].rate_category_id;
	// The only one that fits is chosen: there is nothing to ask.
	if (
		choices.status === 'ready' &&
		choices.items.length === 1 &&
		choices.items[ 0 ]?.id === chosen &&
		form.saved[ kind ].rate_category_id === chosen
	) {
		return null;
	}
	return (
		<>
			<Setting name={ `${ kind }.rate_category_id` }>
				<SellsyChoice
					label={ __( 'Rate category', 'orderinvoicer' ) }
					help={ sprintf(
						/* translators: %s: currency code, such as EUR. */
						__(
							'Needed. Only categories without taxes included and in %s are listed; it is sent with every document and never taken from the customer.',
							'orderinvoicer'
						),
						shop.currency
					) }
					emptyLabel={ __( 'Choose…', 'orderinvoicer' ) }
					value={ chosen }
					choices={ choices }
					onChange={ ( value ) =>
						form.editGroup( kind, { rate_category_id: value } )
					}
				/>
			</Setting>
			{ isMissing && (
				<Message status="warning">
					<p>
						{ sprintf(
							/* translators: %s: currency code, such as EUR. */
							__(
								'Sellsy has no rate category without taxes included in %s. Create one in Sellsy (Settings › Catalogue), then read the lists again.',
								'orderinvoicer'
							),
							shop.currency
						) }
					</p>
				</Message>
			) }
		</>
	);
}

/** Sellsy takes one `parent` for each document: the document before it, or else the model. */
function ModelField( { kind, form, sellsy, shop }: KindProps ) {
	const parent = parentOf( form.value, kind );
	return (
		<Setting
			name={ `${ kind }.model_id` }
			form={ form }
			label={ __( 'Document model', 'orderinvoicer' ) }
		>
			<SellsyChoice
				label={ __( 'Document model', 'orderinvoicer' ) }
				help={
					parent
						? sprintf(
								/* translators: %s: kind of document, such as Sales order. */
								__(
									'Not used: it is made from another document (%s), and Sellsy takes either that or a model.',
									'orderinvoicer'
								),
								kindWord( parent )
							)
						: undefined
				}
				disabled={ parent !== null }
				emptyLabel={ __( 'None', 'orderinvoicer' ) }
				value={ form.value[ kind ].model_id }
				choices={ choicesOf( sellsy, 'models', shop.currency ) }
				onChange={ ( value ) =>
					form.editGroup( kind, { model_id: value } )
				}
			/>
		</Setting>
	);
}
