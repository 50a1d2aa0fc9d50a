import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { useFocusKept } from '../../../../components/useFocusKept';
import { formatCount } from '../../../../i18n/format';
import { labelled, withColon } from '../../../../i18n/labels';
import { kindWord } from '../../../settings/kinds';
import { allOthers, hasRules, moved, newRule, OTHERS } from '../rules';
import { ruleSentences } from '../sentences';
import type { KindProps, OpenRule, Tried } from '../types';
import { useDrag } from '../useDrag';
import { useNeverTaken } from '../useNeverTaken';
import { RuleItem } from './RuleItem';
import { nothingMade, Taken } from './ruleNotes';
import { RuleWarnings } from './RuleWarnings';

type RuleListProps = KindProps & {
	open: OpenRule;
	onOpen: ( open: OpenRule ) => void;
	tried: Tried | null;
};

/** Each rule is the sentence that it stands for, from the top; the last one is for all other orders. */
export function RuleList( { open, onOpen, tried, ...props }: RuleListProps ) {
	const { kind, form, shop } = props;
	const workflow = form.value[ kind ];
	const { rules, others } = workflow;
	const { area, place: focus } = useFocusKept< HTMLOListElement >();
	const never = useNeverTaken( rules, form.saved[ kind ].rules );
	const [ place, setPlace ] = useState( '' );
	const move = ( at: number, by: number ) => {
		form.editGroup( kind, { rules: moved( rules, at, by ) } );
		setPlace( placeText( at + by, rules.length ) );
	};
	const drag = useDrag( rules.length, ( from, to ) =>
		move( from, to - from )
	);
	const taken = ( id: number ) => takenText( tried, props, id );
	return (
		<div className="orderinvoicer-stack orderinvoicer-rules" { ...area }>
			{ hasRules( workflow ) && (
				<ol
					{ ...focus }
					className="orderinvoicer-rules__list"
					aria-label={ __( 'Rules', 'orderinvoicer' ) }
				>
					{ rules.map( ( rule, at ) => (
						<RuleItem
							key={ rule.id }
							{ ...props }
							rule={ rule }
							at={ at }
							isNever={ never.includes( rule.id ) }
							isOpen={ open?.id === rule.id }
							isNew={ open?.id === rule.id && open.isNew }
							taken={ taken( rule.id ) }
							onOpen={ onOpen }
							handle={
								rules.length > 1 ? drag.handle( at ) : null
							}
							look={ drag.look( at ) }
							onMove={ move }
						/>
					) ) }
					<li className="orderinvoicer-rules__rule">
						<p>
							<strong>{ withColon( allOthers() ) }</strong>{ ' ' }
							{ others
								? ruleSentences(
										kind,
										form.value,
										shop.order_statuses
									).join( ' ' )
								: nothingMade( kind ) }
						</p>
						<Taken text={ taken( OTHERS ) } />
						{ others && never.includes( OTHERS ) && (
							<RuleWarnings isNever />
						) }
					</li>
				</ol>
			) }
			<p role="status" className="screen-reader-text">
				{ place }
			</p>
			<AddRule { ...props } onOpen={ onOpen } />
		</div>
	);
}

const placeText = ( at: number, count: number ): string =>
	sprintf(
		/* translators: 1: place of a rule in its list, 2: number of rules. */
		__( 'Moved to place %1$d of %2$d.', 'orderinvoicer' ),
		at + 1,
		count
	);

/** Empty where nobody counted. */
function takenText(
	tried: Tried | null,
	{ kind }: KindProps,
	id: number
): string {
	if ( tried === null ) {
		return '';
	}
	const taken = tried.orders.filter( ( { documents } ) =>
		documents.some(
			( document ) => document.kind === kind && document.rule === id
		)
	);
	return sprintf(
		/* translators: 1: number of orders, 2: number of all orders that were looked at. */
		__( '%1$s of your last %2$s orders', 'orderinvoicer' ),
		formatCount( taken.length ),
		formatCount( tried.orders.length )
	);
}

type AddRuleProps = KindProps & Pick< RuleListProps, 'onOpen' >;

function AddRule( { kind, form, onOpen }: AddRuleProps ) {
	const workflow = form.value[ kind ];
	// Who adds a document and begins with a rule wants it for those orders. Where it is made already, nothing is taken
	// from other orders. Invoices are for all: a rule says what is otherwise for some.
	const isFirstOfNew =
		kind !== 'invoice' &&
		workflow.rules.length === 0 &&
		! form.saved[ kind ].enabled;
	const text = __( 'Add a rule', 'orderinvoicer' );
	return (
		<div>
			<Button
				variant="secondary"
				__next40pxDefaultSize
				aria-label={ labelled( text, kindWord( kind ) ) }
				onClick={ () => {
					const rule = newRule( workflow );
					form.editGroup( kind, {
						rules: [ ...workflow.rules, rule ],
						others: workflow.others && ! isFirstOfNew,
					} );
					onOpen( { id: rule.id, isNew: true } );
				} }
			>
				{ text }
			</Button>
		</div>
	);
}
