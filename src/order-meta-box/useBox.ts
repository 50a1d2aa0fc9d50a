import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { getOrderDocuments } from '../api/orderEndpoints';
import { RequestError } from '../api/request';
import type { OrderBox, OrderDocuments } from '../generated/schemas';
import { redrawCreditPreview } from './drawCreditPreview';
import { redrawActions, redrawPills } from './redraw';
import type { Sheet } from './sheet';

/** Seconds before each look while work goes on; the last one stays. */
const WAITS = [ 2, 3, 5, 8, 13, 21, 34, 60 ];

export type LiveBox = {
	box: OrderBox;
	/** What has changed since, for those who do not see the box. */
	news: string;
	error: RequestError | null;
	/** How often it was read anew. */
	round: number;
	retry: () => void;
	/** Something was done: how does it stand? */
	refresh: () => Promise< void >;
};

/** A dialog asks about a button of the box: what it holds must stay. */
const isAsking = (): boolean =>
	document.body.classList.contains( 'modal-open' );

/** Reads the box anew while work goes on, with growing pauses, and never while nobody looks. */
export function useBox( sheet: Sheet ): LiveBox {
	const [ box, setBox ] = useState( sheet.box );
	const [ moves, setMoves ] = useState( sheet.moves );
	const [ round, setRound ] = useState( 0 );
	const [ news, setNews ] = useState( '' );
	const [ error, setError ] = useState< RequestError | null >( null );
	const lines = useRef( sheet.lines );

	const show = useCallback( ( answer: OrderDocuments ) => {
		setBox( answer.box );
		redrawPills( answer.pills );
		redrawActions( answer.actions );
		redrawCreditPreview( answer.credit_preview );
		const before = lines.current;
		lines.current = answer.lines;
		const fresh = answer.lines.filter(
			( line ) => ! before.includes( line )
		);
		if ( fresh.length > 0 ) {
			setNews( fresh.join( '. ' ) );
		}
		setMoves( answer.moves );
		setRound( ( last ) => last + 1 );
	}, [] );

	const fail = useCallback( ( failure: unknown ) => {
		setMoves( false );
		setError(
			failure instanceof RequestError
				? failure
				: new RequestError( 'unexpected', String( failure ) )
		);
	}, [] );

	useEffect( () => {
		if ( ! moves ) {
			return undefined;
		}
		const controller = new AbortController();
		let isDue = false;
		let timer: ReturnType< typeof setTimeout >;
		const wait = ( seconds: number ) => {
			timer = setTimeout( () => {
				isDue = true;
				look();
			}, seconds * 1000 );
		};
		const look = () => {
			if ( ! isDue || document.hidden ) {
				return;
			}
			isDue = false;
			if ( isAsking() ) {
				wait( 1 );
				return;
			}
			getOrderDocuments( sheet.order_id, controller.signal ).then(
				( answer ) => {
					if ( controller.signal.aborted ) {
						return;
					}
					if ( isAsking() ) {
						wait( 1 );
					} else {
						show( answer );
					}
				},
				( failure: unknown ) => {
					if ( ! controller.signal.aborted ) {
						fail( failure );
					}
				}
			);
		};
		wait( WAITS[ Math.min( round, WAITS.length - 1 ) ] ?? 60 );
		document.addEventListener( 'visibilitychange', look );
		return () => {
			controller.abort();
			clearTimeout( timer );
			document.removeEventListener( 'visibilitychange', look );
		};
	}, [ moves, round, sheet.order_id, show, fail ] );

	const refresh = useCallback( () => {
		setError( null );
		return getOrderDocuments( sheet.order_id ).then( show, fail );
	}, [ sheet.order_id, show, fail ] );

	return {
		box,
		news,
		error,
		round,
		retry: () => {
			setError( null );
			setMoves( true );
		},
		refresh,
	};
}
