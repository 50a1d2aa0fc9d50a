import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import { Message } from '../../../../components/Message';
import { labelled } from '../../../../i18n/labels';
import { isUnasked } from '../../../settings/ruleConditions';
import { copyOf, isUnread, type Rule } from '../rules';
import type { RuleItemProps } from '../types';
import { RuleFields } from './RuleFields';

/** What is done with a rule, and its fields. */
export function RuleEditor( {
	orders,
	...props
}: RuleItemProps & { orders: string } ) {
	const { kind, form, rule, at, isNew, onOpen, onMove } = props;
	const { rules } = form.value[ kind ];
	const [ isRemoving, setIsRemoving ] = useState( false );
	const fields = useFocusFirst( isNew );
	// With the last rule of a document that is new goes that it is for no other orders.
	const set = ( next: Rule[] ) =>
		form.editGroup( kind, {
			rules: next,
			...( next.length === 0 && ! form.saved[ kind ].enabled
				? { others: true }
				: {} ),
		} );
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
					onClick={ () => onMove( at, -1 ) }
				/>
				<RuleButton
					label={ __( 'Down', 'orderinvoicer' ) }
					orders={ orders }
					disabled={ at === rules.length - 1 }
					onClick={ () => onMove( at, 1 ) }
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
			{ isUnasked( rule, form.saved[ kind ].rules ) && (
				<Message status="warning">
					<p>
						{ __(
							'Add a condition, so that the rule takes these orders alone. What all other orders get is set below the rules.',
							'orderinvoicer'
						) }
					</p>
				</Message>
			) }
			{ ! isUnread( rule ) && (
				<RuleFields
					{ ...props }
					onChange={ ( next ) =>
						set(
							rules.map( ( one ) =>
								one.id === rule.id ? next : one
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
