import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { CheckField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { labelled } from '../../../../i18n/labels';
import type { Kind } from '../../../../generated/schemas';
import { KIND_FACTS, kindWord, v1Reason } from '../../../settings/kinds';
import { hasV1 } from '../../../useSellsyLists';
import { conflictsOf } from '../conflicts';
import { hasRules, outcomes } from '../rules';
import { sentencesOf } from '../sentences';
import type { KindProps, OpenRule } from '../types';
import { MoreFields } from './MoreFields';
import { RuleList } from './RuleList';
import { WhenFields } from './WhenFields';

/** `isLinked`: the address names it. */
type KindSectionProps = KindProps & { isLinked: boolean };

/**
 * One kind of document. Those that are off are folded, so that a shop with invoices alone sees invoices alone. What is
 * switched off here stays open.
 */
export function KindSection( { isLinked, ...props }: KindSectionProps ) {
	const { kind, form } = props;
	const { enabled } = form.value[ kind ];
	const [ isUnfolded, setIsUnfolded ] = useState(
		kind === 'invoice' || enabled
	);
	const [ openRule, setOpenRule ] = useState< OpenRule >( null );
	const onAdd = ( id: number ) => setOpenRule( { id, isNew: true } );
	const [ wasLinked, setWasLinked ] = useState( false );
	if ( wasLinked !== isLinked ) {
		setWasLinked( isLinked );
		setIsUnfolded( isUnfolded || isLinked );
	}
	const isOpen = isUnfolded || enabled;
	return (
		<Section
			title={ kindWord( kind ) }
			intro={ KIND_FACTS[ kind ].purpose?.() }
			isFolded={ ! isOpen }
			isTarget={ isLinked }
			actions={
				<div className="orderinvoicer-actions">
					{ ! enabled && (
						<FoldButton
							kind={ kind }
							isOpen={ isOpen }
							onClick={ () => setIsUnfolded( ! isUnfolded ) }
						/>
					) }
					<OnOffBadge isOn={ enabled } />
				</div>
			}
		>
			{ ! ( enabled && hasRules( form.value[ kind ] ) ) && (
				<InWords { ...props } />
			) }
			<Conflicts { ...props } />
			<Switch { ...props } />
			{ enabled && (
				<RuleList
					{ ...props }
					open={ openRule }
					onOpen={ setOpenRule }
					onAdd={ onAdd }
				/>
			) }
			<WhenFields { ...props } />
			<MoreFields { ...props } onAdd={ onAdd } />
		</Section>
	);
}

/** What the card does, as it is set now. */
function InWords( { kind, form, shop }: KindProps ) {
	const [ first, ...others ] = sentencesOf(
		kind,
		form.value,
		shop.order_statuses
	);
	return form.value[ kind ].enabled ? (
		<p className="orderinvoicer-in-words">
			<strong>{ first }</strong> { others.join( ' ' ) }
		</p>
	) : (
		<p>{ first }</p>
	);
}

function Conflicts( { kind, form, shop, sellsy }: KindProps ) {
	const conflicts = new Set(
		outcomes( form.value, kind ).flatMap( ( settings ) =>
			conflictsOf( kind, settings, hasV1( sellsy ), shop.order_statuses )
		)
	);
	return (
		<>
			{ [ ...conflicts ].map( ( text ) => (
				<Message key={ text } status="warning">
					<p>{ text }</p>
				</Message>
			) ) }
		</>
	);
}

function OnOffBadge( { isOn }: { isOn: boolean } ) {
	return (
		<span className={ `orderinvoicer-badge ${ isOn ? 'is-done' : '' }` }>
			{ isOn
				? __( 'On', 'orderinvoicer' )
				: __( 'Off', 'orderinvoicer' ) }
		</span>
	);
}

type FoldButtonProps = { kind: Kind; isOpen: boolean; onClick: () => void };

function FoldButton( { kind, isOpen, onClick }: FoldButtonProps ) {
	const text = isOpen
		? __( 'Hide settings', 'orderinvoicer' )
		: __( 'Show settings', 'orderinvoicer' );
	return (
		<Button
			variant="tertiary"
			size="compact"
			aria-expanded={ isOpen }
			aria-label={ labelled( text, kindWord( kind ) ) }
			onClick={ onClick }
		>
			{ text }
		</Button>
	);
}

function Switch( { kind, form, sellsy }: KindProps ) {
	const { enabled } = form.value[ kind ];
	const isMissing =
		KIND_FACTS[ kind ].needsV1 && hasV1( sellsy ) === false && ! enabled;
	return (
		<CheckField
			label={ KIND_FACTS[ kind ].switchLabel() }
			help={ isMissing ? v1Reason() : undefined }
			checked={ enabled }
			disabled={ isMissing }
			onChange={ ( value ) => form.editGroup( kind, { enabled: value } ) }
		/>
	);
}
