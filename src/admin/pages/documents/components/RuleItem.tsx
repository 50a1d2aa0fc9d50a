import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { fetched } from '../../../../components/fetched';
import { FetchedPart } from '../../../../components/FetchedPart';
import { withColon } from '../../../../i18n/labels';
import { isUnasked } from '../../../settings/ruleConditions';
import { ordersText } from '../orders';
import { settingsUnder } from '../rules';
import { ruleSentences } from '../sentences';
import type { RuleItemProps } from '../types';
import { nothingMade, Taken } from './ruleNotes';
import { RuleWarnings } from './RuleWarnings';

/** Most who look at rules open none. */
const RuleEditor = fetched( async () => {
	const part = await import( /* webpackChunkName: "rule" */ './RuleEditor' );
	return part.RuleEditor;
} );

/** Its sentence opens it. */
export function RuleItem( props: RuleItemProps ) {
	const { kind, form, shop, choices, rule, isNever, isOpen, onOpen } = props;
	const names = { shop, choices };
	const orders = ordersText(
		rule,
		names,
		isUnasked( rule, form.saved[ kind ].rules )
	);
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
			<RuleWarnings rule={ rule } isNever={ isNever } names={ names } />
			{ isOpen && (
				<FetchedPart>
					<RuleEditor { ...props } orders={ orders } />
				</FetchedPart>
			) }
		</li>
	);
}
