import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import { Message } from '../../../../components/Message';
import { labelled } from '../../../../i18n/labels';
import {
	copyOf,
	goneGateways,
	isUnread,
	moved,
	nothingMade,
	ordersText,
	type Rule,
	settingsUnder,
} from '../rules';
import { ruleSentences } from '../sentences';
import type { KindProps, OpenRule } from '../types';
import { RuleFields } from './RuleFields';
import { Never, Taken } from './ruleNotes';

type RuleItemProps = KindProps & {
	rule: Rule;
	at: number;
	isNever: boolean;
	isOpen: boolean;
	isNew: boolean;
	/** How many orders it takes; empty where nobody counted. */
	taken: string;
	onOpen: ( open: OpenRule ) => void;
	/** What is said of it to those who do not see it. */
	onMoved: ( text: string ) => void;
};

/** Its sentence opens it. */
export function RuleItem( props: RuleItemProps ) {
	const { kind, form, shop, rule, isNever, isOpen, taken, onOpen } = props;
	const orders = ordersText( rule, shop );
	const gone = goneGateways( shop, rule );
	return (
		<li className="orderinvoicer-rules__rule">
			<Button
				variant="link"
				className="orderinvoicer-rules__sentence"
				aria-expanded={ isOpen }
				onClick={ () =>
					onOpen( isOpen ? null : { id: rule.id, isNew: false } )
				}
			>
				<strong>{ orders }</strong>{ ' ' }
				{ rule.makes
					? ruleSentences(
							kind,
							settingsUnder( form.value, kind, rule ),
							shop.order_statuses
						).join( ' ' )
					: nothingMade() }
			</Button>
			<Taken text={ taken } />
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
			{ gone.length > 0 && (
				<Message status="warning">
					<p>
						{ sprintf(
							/* translators: %s: names of payment methods. */
							__(
								'This shop has no such payment method (any more): %s.',
								'orderinvoicer'
							),
							gone.join( ', ' )
						) }
					</p>
				</Message>
			) }
			{ isOpen && <OpenedRule { ...props } orders={ orders } /> }
		</li>
	);
}

/** What is done with it, and its fields. */
function OpenedRule( {
	orders,
	...props
}: RuleItemProps & { orders: string } ) {
	const { kind, form, rule, at, isNew, onOpen, onMoved } = props;
	const { rules } = form.value[ kind ];
	const [ isRemoving, setIsRemoving ] = useState( false );
	const fields = useFocusFirst( isNew );
	const set = ( next: Rule[] ) => form.editGroup( kind, { rules: next } );
	const move = ( by: -1 | 1 ) => {
		set( moved( rules, at, by ) );
		onMoved( placeText( at + by, rules.length ) );
	};
	return (
		<div
			ref={ fields }
			className="orderinvoicer-rules__open"
			tabIndex={ -1 }
			role="group"
			aria-label={ orders }
		>
			<div className="orderinvoicer-actions">
				<RuleButton
					label={ __( 'Up', 'orderinvoicer' ) }
					orders={ orders }
					disabled={ at === 0 }
					onClick={ () => move( -1 ) }
				/>
				<RuleButton
					label={ __( 'Down', 'orderinvoicer' ) }
					orders={ orders }
					disabled={ at === rules.length - 1 }
					onClick={ () => move( 1 ) }
				/>
				{ ! isUnread( rule ) && (
					<RuleButton
						label={ __( 'Duplicate', 'orderinvoicer' ) }
						orders={ orders }
						onClick={ () => {
							const copy = copyOf( rule, rules );
							set( [
								...rules.slice( 0, at + 1 ),
								copy,
								...rules.slice( at + 1 ),
							] );
							onOpen( { id: copy.id, isNew: true } );
						} }
					/>
				) }
				<RuleButton
					label={ __( 'Remove', 'orderinvoicer' ) }
					orders={ orders }
					onClick={ () => setIsRemoving( true ) }
				/>
			</div>
			{ ! isUnread( rule ) && (
				<RuleFields
					{ ...props }
					onChange={ ( change ) =>
						set(
							rules.map( ( one ) =>
								one.id === rule.id ? { ...one, ...change } : one
							)
						)
					}
				/>
			) }
			{ isRemoving && (
				<ConfirmModal
					title={ __( 'Remove this rule?', 'orderinvoicer' ) }
					confirmLabel={ __( 'Remove', 'orderinvoicer' ) }
					onCancel={ () => setIsRemoving( false ) }
					onConfirm={ () =>
						set( rules.filter( ( { id } ) => id !== rule.id ) )
					}
				>
					<p>{ orders }</p>
					<p>
						{ __(
							'New orders are taken by the rules below it. Drafts that it made stay drafts, and Sellsy sends none of its documents any more, until you do so by hand. It counts once you save.',
							'orderinvoicer'
						) }
					</p>
				</ConfirmModal>
			) }
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

/** A rule that was just added is filled in next: its fields stand above the button that added it. */
function useFocusFirst( isNew: boolean ) {
	const fields = useRef< HTMLDivElement >( null );
	useEffect( () => {
		if ( isNew ) {
			fields.current?.focus();
		}
	}, [ isNew ] );
	return fields;
}

type RuleButtonProps = {
	label: string;
	orders: string;
	disabled?: boolean;
	onClick: () => void;
};

/** One that is disabled keeps the focus: the rule may just have become the first. */
const RuleButton = ( {
	label,
	orders,
	disabled = false,
	onClick,
}: RuleButtonProps ) => (
	<Button
		variant="tertiary"
		size="compact"
		accessibleWhenDisabled
		disabled={ disabled }
		aria-label={ labelled( label, orders ) }
		onClick={ onClick }
	>
		{ label }
	</Button>
);
