import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ConfirmModal } from '../ConfirmModal';
import type { Offer, RowAct } from '../../generated/schemas';
import type { Acting, ActRow, Decision } from './acts';
import { CustomerModal } from './CustomerModal';
import { RefusalModal } from './RefusalModal';

type RowActsProps = { task: ActRow; acting: Acting };

/** All that this row offers; what cannot be taken back is asked first. */
export function RowActs( { task, acting }: RowActsProps ) {
	const [ asked, setAsked ] = useState< Offer | null >( null );
	const close = () => setAsked( null );
	const decide = ( offer: Offer, said = {} ) => {
		close();
		acting.decide( { task, offer, ...said } );
	};
	const begin = ( offer: Offer ) =>
		offer.title || SAID.includes( offer.act )
			? setAsked( offer )
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
				<Asked
					offer={ asked }
					task={ task }
					onClose={ close }
					onDecide={ ( said ) => decide( asked, said ) }
				/>
			) }
		</>
	);
}

/** More than the row has to be said. */
const SAID: readonly RowAct[] = [ 'choose_customer', 'refuse_company' ];

type AskedProps = {
	offer: Offer;
	task: ActRow;
	onClose: () => void;
	onDecide: ( said?: Partial< Decision > ) => void;
};

function Asked( { offer, task, onClose, onDecide }: AskedProps ) {
	switch ( offer.act ) {
		case 'choose_customer':
			return (
				<CustomerModal
					task={ task }
					asks={ offer.asks }
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
					{ offer.asks.map( ( paragraph ) => (
						<p key={ paragraph }>{ paragraph }</p>
					) ) }
				</ConfirmModal>
			);
	}
}

type ActButtonProps = RowActsProps & {
	offer: Offer;
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
	acting: { busy, state },
	isFirst,
	onClick,
}: ActButtonProps ) {
	const isLikely =
		isFirst && task.state === 'attention' && ! NEVER_LIKELY.includes( act );
	return (
		<Button
			variant={ isLikely ? 'primary' : 'secondary' }
			size="compact"
			isBusy={ busy === task.id }
			disabled={ state.status === 'running' }
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
