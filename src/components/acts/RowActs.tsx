import { Button } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ConfirmModal } from '../ConfirmModal';
import { fetched } from '../fetched';
import { FetchedPart } from '../FetchedPart';
import type { Offer, RowAct } from '../../generated/schemas';
import { type Acting, type ActRow, askedAnew, type Decision } from './acts';

const dialogs = () => import( /* webpackChunkName: "asked" */ './asked' );

const CustomerModal = fetched( async () => ( await dialogs() ).CustomerModal );
const RefusalModal = fetched( async () => ( await dialogs() ).RefusalModal );

type RowActsProps = { task: ActRow; acting: Acting };

/** All that this row offers; what cannot be taken back is asked first. */
export function RowActs( { task, acting }: RowActsProps ) {
	const [ pressed, setPressed ] = useState< Offer | null >( null );
	const at = useId();
	const anew = askedAnew( acting, at );
	const asked = pressed ?? anew?.offer;
	const close = () => {
		setPressed( null );
		if ( anew ) {
			acting.reset();
		}
	};
	const decide = ( offer: Offer, said = {} ) => {
		close();
		acting.decide( { at, task, offer, ...said } );
	};
	const begin = ( offer: Offer ) =>
		offer.title || SAID.includes( offer.act )
			? setPressed( offer )
			: decide( offer );
	const may = task.offers.filter( ( offer ) => offer.why_not === '' );
	return (
		<>
			{ may.map( ( offer, index ) => (
				<ActButton
					key={ offer.act }
					offer={ offer }
					task={ task }
					acting={ acting }
					at={ at }
					isFirst={ index === 0 }
					onClick={ () => begin( offer ) }
				/>
			) ) }
			{ task.offers
				.filter( ( offer ) => offer.why_not !== '' )
				.map( ( offer ) => (
					<p key={ offer.act } className="orderinvoicer-muted">
						{ offer.why_not }
					</p>
				) ) }
			{ asked && (
				<FetchedPart isQuiet>
					<Asked
						offer={ asked }
						why={ pressed ? '' : anew?.why }
						task={ task }
						onClose={ close }
						onDecide={ ( said ) => decide( asked, said ) }
					/>
				</FetchedPart>
			) }
		</>
	);
}

/** More than the row has to be said. */
const SAID: readonly RowAct[] = [ 'choose_customer', 'refuse_company' ];

type AskedProps = {
	offer: Offer;
	/** It is asked although the person has answered. */
	why?: string | undefined;
	task: ActRow;
	onClose: () => void;
	onDecide: ( said?: Partial< Decision > ) => void;
};

function Asked( { offer, why, task, onClose, onDecide }: AskedProps ) {
	const asks = why ? [ why, ...offer.asks ] : offer.asks;
	switch ( offer.act ) {
		case 'choose_customer':
			return (
				<CustomerModal
					task={ task }
					asks={ asks }
					onClose={ onClose }
					onChoose={ ( customer ) => onDecide( { customer } ) }
				/>
			);
		case 'refuse_company':
			return (
				<RefusalModal
					task={ task }
					onClose={ onClose }
					onRefuse={ ( reason ) => onDecide( { reason } ) }
				/>
			);
		default:
			return (
				<ConfirmModal
					title={ offer.title }
					confirmLabel={ offer.label }
					onCancel={ onClose }
					onConfirm={ () => onDecide() }
				>
					{ asks.map( ( paragraph ) => (
						<p key={ paragraph }>{ paragraph }</p>
					) ) }
				</ConfirmModal>
			);
	}
}

type ActButtonProps = RowActsProps & {
	offer: Offer;
	at: string;
	isFirst: boolean;
	onClick: () => void;
};

/** To try again is no decision, and what cannot be undone invites nobody. */
const NEVER_LIKELY: readonly RowAct[] = [
	'retry',
	'reissue',
	'accept_company',
];

/** Order and row are named for those who hear one button after another. */
function ActButton( {
	offer: { act, label },
	task,
	acting,
	at,
	isFirst,
	onClick,
}: ActButtonProps ) {
	const isLikely =
		isFirst && task.state === 'attention' && ! NEVER_LIKELY.includes( act );
	const isRunning = acting.state.status === 'running';
	return (
		<Button
			variant={ isLikely ? 'primary' : 'secondary' }
			size="compact"
			isBusy={ isRunning && acting.at === at }
			disabled={ isRunning }
			accessibleWhenDisabled
			onClick={ onClick }
			aria-label={ namedAct( label, task ) }
		>
			{ label }
		</Button>
	);
}

export const namedAct = (
	word: string,
	{ order, what }: Pick< ActRow, 'order' | 'what' >
): string =>
	sprintf(
		/*
		 * translators: 1: what a button does, such as Retry, 2: number of an order, 3: what the row is about, such as
		 * Invoice.
		 */
		__( '%1$s – order %2$s, %3$s', 'orderinvoicer' ),
		word,
		order.number,
		what
	);
