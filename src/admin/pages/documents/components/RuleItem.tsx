import { Button } from '@wordpress/components';
import { Suspense } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { fetched } from '../../../../components/fetched';
import { Loading } from '../../../../components/Loading';
import { Message } from '../../../../components/Message';
import { withColon } from '../../../../i18n/labels';
import { ordersText } from '../orders';
import { isUnread, settingsUnder } from '../rules';
import { ruleSentences } from '../sentences';
import type { RuleItemProps } from '../types';
import { goneOf, Never, nothingMade, Taken } from './ruleNotes';

/** Most who look at rules open none. */
const RuleEditor = fetched( async () => {
	const part = await import( /* webpackChunkName: "rule" */ './RuleEditor' );
	return part.RuleEditor;
} );

/** Its sentence opens it. */
export function RuleItem( props: RuleItemProps ) {
	const { kind, form, shop, choices, rule, isNever, isOpen, onOpen } = props;
	const orders = ordersText( rule, { shop, choices } );
	return (
		<li className={ `orderinvoicer-rules__rule ${ props.look }` }>
			{ props.handle && (
				<span
					className="orderinvoicer-rules__handle"
					role="presentation"
					title={ __( 'Drag to move', 'orderinvoicer' ) }
					{ ...props.handle }
				/>
			) }
			<Button
				variant="link"
				className="orderinvoicer-rules__sentence"
				aria-expanded={ isOpen }
				onClick={ () =>
					onOpen( isOpen ? null : { id: rule.id, isNew: false } )
				}
			>
				<strong>{ withColon( orders ) }</strong>{ ' ' }
				{ rule.makes
					? ruleSentences(
							kind,
							settingsUnder( form.value, kind, rule ),
							shop.order_statuses
						).join( ' ' )
					: nothingMade( kind ) }
			</Button>
			<Taken text={ props.taken } />
			{ isUnread( rule ) && (
				<Message status="warning">
					<p>
						{ __(
							'It may come from a newer version of the plugin. Orders that no rule above takes get no such document until you update the plugin or remove this rule.',
							'orderinvoicer'
						) }
					</p>
				</Message>
			) }
			{ isNever && <Never /> }
			<Gone { ...props } />
			{ isOpen && (
				<Suspense
					fallback={
						<Loading label={ __( 'Opening…', 'orderinvoicer' ) } />
					}
				>
					<RuleEditor { ...props } orders={ orders } />
				</Suspense>
			) }
		</li>
	);
}

/** What it asks for, and no order can have. */
function Gone( { rule, shop, choices }: RuleItemProps ) {
	const names = { shop, choices };
	const gateways = goneOf( 'gateways', rule, names );
	const others = LISTS.flatMap( ( name ) => goneOf( name, rule, names ) );
	return (
		<>
			{ gateways.length > 0 && (
				<Message status="warning">
					<p>
						{ sprintf(
							/* translators: %s: names of payment methods. */
							__(
								'This shop has no such payment method (any more): %s.',
								'orderinvoicer'
							),
							gateways.join( ', ' )
						) }
					</p>
				</Message>
			) }
			{ others.length > 0 && (
				<Message status="warning">
					<p>
						{ sprintf(
							/* translators: %s: what a rule asks for, such as the id of a shipping method. */
							__(
								'The rule asks for what this shop does not have (any more): %s.',
								'orderinvoicer'
							),
							others.join( ', ' )
						) }
					</p>
				</Message>
			) }
		</>
	);
}

const LISTS = [ 'currencies', 'shipping', 'roles', 'categories' ] as const;
