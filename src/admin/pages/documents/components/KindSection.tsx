import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { fetched } from '../../../../components/fetched';
import { FetchedPart } from '../../../../components/FetchedPart';
import { CheckField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { labelled } from '../../../../i18n/labels';
import type { Kind } from '../../../../generated/schemas';
import { kindWord } from '../../../settings/kinds';
import { NO_EDITS } from '../../../settings/edits';
import { hasV1 } from '../../../useSellsyLists';
import { conflictsOf } from '../conflicts';
import { hasRules, outcomes } from '../rules';
import { sentencesOf } from '../sentences';
import type { KindProps, OpenRule, Tried } from '../types';
import { RuleList } from './RuleList';

/** What each card does is read first; few are changed. */
const OpenFields = fetched( async () => {
	const part = await import( /* webpackChunkName: "card" */ './OpenFields' );
	return part.OpenFields;
} );

type KindSectionProps = KindProps & {
	/** The address names it, or it was just added. */
	isLinked: boolean;
	/** Of the latest orders; null where nobody counted. */
	tried: Tried | null;
};

/** One kind of document: what it does, as sentences; how that is set is folded. */
export function KindSection( { isLinked, tried, ...props }: KindSectionProps ) {
	const { kind, form } = props;
	const { enabled } = form.value[ kind ];
	const isIncomplete =
		enabled && form.value[ kind ].rate_category_id === null;
	const [ isOpen, setIsOpen ] = useState(
		isLinked || isIncomplete || ! enabled
	);
	const [ openRule, setOpenRule ] = useState< OpenRule >( null );
	const [ wasLinked, setWasLinked ] = useState( false );
	if ( wasLinked !== isLinked ) {
		setWasLinked( isLinked );
		setIsOpen( isOpen || isLinked );
	}
	const isShown = isOpen || hasErrors( form, kind );
	return (
		<Section
			title={ kindWord( kind ) }
			setting={ `${ kind }.rules ${ kind }.others ${ kind }.trigger` }
			isTarget={ isLinked }
			actions={
				<div className="orderinvoicer-actions">
					<FoldButton
						kind={ kind }
						isOpen={ isShown }
						onClick={ () => setIsOpen( ! isOpen ) }
					/>
					<OnOffBadge
						isOn={ enabled }
						isSaved={ ! form.updateWith( NO_EDITS )?.[ kind ] }
					/>
				</div>
			}
		>
			{ ! ( enabled && hasRules( form.value[ kind ] ) ) && (
				<InWords { ...props } />
			) }
			<Conflicts { ...props } />
			{ ( enabled || hasErrors( form, kind ) ) && (
				<RuleList
					{ ...props }
					open={ openRule }
					onOpen={ setOpenRule }
					tried={ tried }
				/>
			) }
			{ enabled && ( isShown || openRule !== null ) && (
				<Others { ...props } />
			) }
			{ isShown && (
				<FetchedPart>
					<OpenFields { ...props } />
				</FetchedPart>
			) }
		</Section>
	);
}

/** What is wrong is seen. */
const hasErrors = ( { errors }: KindProps[ 'form' ], kind: Kind ): boolean =>
	Object.keys( errors ).some( ( path ) => path.startsWith( `${ kind }.` ) );

/** Asked only where there are rules: without any, the document is made of all orders. */
function Others( { kind, form }: KindProps ) {
	const workflow = form.value[ kind ];
	return hasRules( workflow ) ? (
		<div
			className="orderinvoicer-setting"
			data-setting={ `${ kind }.others` }
		>
			<CheckField
				label={ __(
					'All other orders get this document too, as set below',
					'orderinvoicer'
				) }
				checked={ workflow.others }
				onChange={ ( value ) =>
					form.editGroup( kind, { others: value } )
				}
			/>
		</div>
	) : null;
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

/** What is only typed is neither. */
function OnOffBadge( {
	isOn,
	isSaved,
}: Record< 'isOn' | 'isSaved', boolean > ) {
	const words = isOn
		? __( 'On', 'orderinvoicer' )
		: __( 'Off', 'orderinvoicer' );
	return (
		<span
			className={ `orderinvoicer-badge ${ isOn && isSaved ? 'is-done' : '' }` }
		>
			{ isSaved ? words : __( 'Not saved yet', 'orderinvoicer' ) }
		</span>
	);
}

type FoldButtonProps = { kind: Kind; isOpen: boolean; onClick: () => void };

function FoldButton( { kind, isOpen, onClick }: FoldButtonProps ) {
	const text = isOpen
		? __( 'Close', 'orderinvoicer' )
		: __( 'Change', 'orderinvoicer' );
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
