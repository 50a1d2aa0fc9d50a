import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import { CheckField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { useFocusKept } from '../../../../components/useFocusKept';
import { labelled } from '../../../../i18n/labels';
import {
	allOthers,
	goneGateways,
	hasRules,
	isUnread,
	moved,
	neverTaken,
	newRule,
	nothingMade,
	ordersText,
	OTHERS,
	type Rule,
	settingsUnder,
} from '../rules';
import { ruleSentences } from '../sentences';
import type { KindProps, OpenRule } from '../types';
import { RuleFields } from './RuleFields';

type RuleListProps = AddRuleProps & {
	open: OpenRule;
	onOpen: ( open: OpenRule ) => void;
};

/** Only of kinds that have rules: a shop without any sees nothing of them but the button among its other settings. */
export function RuleList( { open, onOpen, onAdd, ...props }: RuleListProps ) {
	const { kind, form, shop } = props;
	const workflow = form.value[ kind ];
	const { rules, others } = workflow;
	const { area, place } = useFocusKept< HTMLOListElement >();
	if ( ! hasRules( workflow ) ) {
		return null;
	}
	const never = neverTaken( rules );
	return (
		<div className="orderinvoicer-stack orderinvoicer-rules" { ...area }>
			<p className="orderinvoicer-muted">
				{ __(
					'The first rule that fits takes the order, until its document exists. The document then keeps its rule.',
					'orderinvoicer'
				) }
			</p>
			<ol
				{ ...place }
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
						onToggle={ () =>
							onOpen(
								open?.id === rule.id
									? null
									: { id: rule.id, isNew: false }
							)
						}
					/>
				) ) }
				<li className="orderinvoicer-rules__rule">
					<p>
						<strong>{ allOthers() }</strong>{ ' ' }
						{ others
							? ruleSentences(
									kind,
									form.value,
									shop.order_statuses
								).join( ' ' )
							: nothingMade() }
					</p>
					{ others && never.includes( OTHERS ) && <Never /> }
				</li>
			</ol>
			<AddRule { ...props } onAdd={ onAdd } />
			<CheckField
				label={ __(
					'All other orders get this document too, as set below',
					'orderinvoicer'
				) }
				checked={ others }
				onChange={ ( value ) =>
					form.editGroup( kind, { others: value } )
				}
			/>
		</div>
	);
}

export type AddRuleProps = KindProps & { onAdd: ( id: number ) => void };

export function AddRule( { kind, form, onAdd }: AddRuleProps ) {
	const workflow = form.value[ kind ];
	return (
		<div>
			<Button
				variant="secondary"
				__next40pxDefaultSize
				onClick={ () => {
					const rule = newRule( workflow );
					form.editGroup( kind, {
						rules: [ ...workflow.rules, rule ],
					} );
					onAdd( rule.id );
				} }
			>
				{ __( 'Add a rule', 'orderinvoicer' ) }
			</Button>
		</div>
	);
}

type RuleItemProps = KindProps & {
	rule: Rule;
	at: number;
	isNever: boolean;
	isOpen: boolean;
	isNew: boolean;
	onToggle: () => void;
};

function RuleItem( { rule, at, isNever, ...props }: RuleItemProps ) {
	const { kind, form, shop, isOpen, isNew, onToggle } = props;
	const { rules } = form.value[ kind ];
	const [ isRemoving, setIsRemoving ] = useState( false );
	const orders = ordersText( rule, shop );
	const gone = goneGateways( shop, rule );
	const fields = useFocusFirst( isNew );
	const set = ( next: Rule[] ) => form.editGroup( kind, { rules: next } );
	return (
		<li className="orderinvoicer-rules__rule">
			<p>
				<strong>{ orders }</strong>{ ' ' }
				{ rule.makes
					? ruleSentences(
							kind,
							settingsUnder( form.value, kind, rule ),
							shop.order_statuses
						).join( ' ' )
					: nothingMade() }
			</p>
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
			<div className="orderinvoicer-actions">
				<RuleButton
					label={ __( 'Up', 'orderinvoicer' ) }
					orders={ orders }
					disabled={ at === 0 }
					onClick={ () => set( moved( rules, at, -1 ) ) }
				/>
				<RuleButton
					label={ __( 'Down', 'orderinvoicer' ) }
					orders={ orders }
					disabled={ at === rules.length - 1 }
					onClick={ () => set( moved( rules, at, 1 ) ) }
				/>
				{ ! isUnread( rule ) && (
					<RuleButton
						label={
							isOpen
								? __( 'Close', 'orderinvoicer' )
								: __( 'Change', 'orderinvoicer' )
						}
						orders={ orders }
						isExpanded={ isOpen }
						onClick={ onToggle }
					/>
				) }
				<RuleButton
					label={ __( 'Remove', 'orderinvoicer' ) }
					orders={ orders }
					onClick={ () => setIsRemoving( true ) }
				/>
			</div>
			{ isOpen && (
				<div
					ref={ fields }
					className="orderinvoicer-rules__open"
					tabIndex={ -1 }
					role="group"
					aria-label={ orders }
				>
					<RuleFields
						{ ...props }
						rule={ rule }
						onChange={ ( change ) =>
							set(
								rules.map( ( one ) =>
									one.id === rule.id
										? { ...one, ...change }
										: one
								)
							)
						}
					/>
				</div>
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
		</li>
	);
}

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
	isExpanded?: boolean;
	onClick: () => void;
};

/** One that is disabled keeps the focus: the rule may just have become the first. */
const RuleButton = ( {
	label,
	orders,
	disabled = false,
	isExpanded,
	onClick,
}: RuleButtonProps ) => (
	<Button
		variant="tertiary"
		size="compact"
		accessibleWhenDisabled
		disabled={ disabled }
		aria-label={ labelled( label, orders ) }
		aria-expanded={ isExpanded }
		onClick={ onClick }
	>
		{ label }
	</Button>
);

const Never = () => (
	<Message status="warning">
		<p>
			{ __(
				'This never happens: the rules above take all of these orders.',
				'orderinvoicer'
			) }
		</p>
	</Message>
);
