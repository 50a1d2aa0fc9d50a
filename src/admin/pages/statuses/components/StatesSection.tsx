import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { useFocusKept } from '../../../../components/useFocusKept';
import type { Settings, Shop } from '../../../../generated/schemas';
import { enabledKinds, v1Reason } from '../../../settings/kinds';
import { Setting } from '../../../settings/Setting';
import type { SettingsForm } from '../../../settings/useSettings';
import { hrefOf } from '../../../useRoute';
import {
	happenings,
	isMovedByV1,
	isSameMoment,
	isTold,
	newRule,
	type Rule,
	statusRows,
	withoutRuleAt,
	withRule,
} from '../rules';
import { RemovedSentence } from './RemovedSentence';
import { StateSentence } from './StateSentence';

type StatesSectionProps = {
	form: SettingsForm;
	shop: Shop;
	/** Null: not known. */
	hasV1: boolean | null;
};

/** A rule, and where it stands in the stored list. */
type Placed = { rule: Rule; at: number };

export function StatesSection( { form, shop, hasV1 }: StatesSectionProps ) {
	const kinds = enabledKinds( form.value );
	const title = __(
		'What an order’s status does to its documents',
		'orderinvoicer'
	);
	return (
		<Section
			title={ title }
			intro={ __(
				'When an order enters a status, its documents move along. Nothing is made by this: a document that does not exist yet is left out. Invoices and credit notes can become final here where “With the status of the order” was chosen for them under Documents.',
				'orderinvoicer'
			) }
		>
			{ hasV1 === false && kinds.some( isMovedByV1 ) && (
				<Message status="warning">
					<p>{ v1Reason() }</p>
				</Message>
			) }
			<Setting name="states" form={ form } label={ title }>
				{ kinds.length === 0 ? (
					<p>
						{ __(
							'Switch on a kind of document under Documents first.',
							'orderinvoicer'
						) }
					</p>
				) : (
					<Sentences form={ form } shop={ shop } hasV1={ hasV1 } />
				) }
			</Setting>
		</Section>
	);
}

function Sentences( { form, shop, hasV1 }: StatesSectionProps ) {
	const { states } = form.value;
	const rows = statusRows( shop.order_statuses, states );
	const possible = happenings( form.value, hasV1 );
	const [ open, setOpen ] = useState< Opened | null >( null );
	const [ removed, setRemoved ] = useState< Placed | null >( null );
	const { area, place } = useFocusKept< HTMLUListElement >();
	const set = ( next: Settings[ 'states' ] ) => form.edit( { states: next } );
	const put = ( from: Settings[ 'states' ], to: Placed, isNew: boolean ) => {
		const { rules, at } = withRule( from, to.at, to.rule );
		setOpen( { at, isNew } );
		set( rules );
	};
	const told = states
		.map( ( rule, at ) => ( { rule, at } ) )
		.filter( ( { rule } ) => isTold( form.value, rule ) );
	const gone =
		removed !== null &&
		! states.some( ( rule ) => isSameMoment( rule, removed.rule ) )
			? removed
			: null;
	const added = newRule(
		rows,
		possible,
		told.map( ( { rule } ) => rule )
	);
	return (
		<div className="orderinvoicer-stack" { ...area }>
			{ told.length + ( gone ? 1 : 0 ) > 0 && (
				<ul
					{ ...place }
					className="orderinvoicer-rules__list is-plain"
					aria-label={ __( 'Sentences', 'orderinvoicer' ) }
				>
					{ inPlace( told, gone ).map(
						( { rule, at, isGone, place: key } ) =>
							isGone ? (
								<RemovedSentence
									key="removed"
									rule={ rule }
									rows={ rows }
									onUndo={ () => {
										setRemoved( null );
										set(
											withRule( states, at, rule ).rules
										);
									} }
								/>
							) : (
								<StateSentence
									key={ key }
									settings={ form.value }
									rule={ rule }
									others={ told
										.filter( ( one ) => one.at !== at )
										.map( ( one ) => one.rule ) }
									rows={ rows }
									possible={ possible }
									isOpen={ open?.at === at }
									isNew={ open?.at === at && open.isNew }
									onToggle={ () =>
										setOpen(
											open?.at === at
												? null
												: { at, isNew: false }
										)
									}
									onChange={ ( next ) =>
										put(
											withoutRuleAt( states, at ),
											{ rule: next, at },
											false
										)
									}
									onRemove={ () => {
										setOpen( null );
										setRemoved( { rule, at } );
										set( withoutRuleAt( states, at ) );
									} }
								/>
							)
					) }
				</ul>
			) }
			{ possible.length === 0 && told.length === 0 && <NothingMoves /> }
			{ added && (
				<div>
					<Button
						variant="secondary"
						__next40pxDefaultSize
						onClick={ () =>
							put(
								states,
								{ rule: added, at: states.length },
								true
							)
						}
					>
						{ __( 'Add a sentence', 'orderinvoicer' ) }
					</Button>
				</div>
			) }
		</div>
	);
}

type Opened = { at: number; isNew: boolean };

/** What was removed leaves its place to the way back; a sentence that is changed stays the same one. */
const inPlace = ( told: Placed[], gone: Placed | null ) => {
	const sentences = told.map( ( one, place ) => ( {
		...one,
		isGone: false,
		place,
	} ) );
	const before = sentences.filter( ( { at } ) => at < ( gone?.at ?? 0 ) );
	return [
		...before,
		...( gone ? [ { ...gone, isGone: true, place: -1 } ] : [] ),
		...sentences.slice( before.length ),
	];
};

const NothingMoves = () => (
	<p>
		{ __(
			'Nothing is to be set here: no status moves the documents that you make.',
			'orderinvoicer'
		) }{ ' ' }
		<a href={ hrefOf( 'documents' ) }>
			{ __( 'Open Documents', 'orderinvoicer' ) }
		</a>
	</p>
);
