import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { previewCreditNote } from '../api/orderEndpoints';
import { RequestError } from '../api/request';
import type {
	CreditNotePreview,
	CreditNotePreviewRequest,
} from '../generated/schemas';

export type PreviewState =
	| { status: 'idle' }
	| { status: 'nothing_entered' }
	| { status: 'loading' }
	| { status: 'error'; error: RequestError }
	| { status: 'ready'; preview: CreditNotePreview };

export type PreviewModel = {
	state: PreviewState;
	/** null: there was nothing to ask about. */
	ask: ( data: CreditNotePreviewRequest | null ) => void;
};

/** Only the last question counts: an earlier one is aborted, and an answer that comes nevertheless is dropped. */
export function usePreview( orderId: number ): PreviewModel {
	const [ state, setState ] = useState< PreviewState >( { status: 'idle' } );
	const running = useRef< AbortController | null >( null );

	const ask = useCallback(
		( data: CreditNotePreviewRequest | null ) => {
			running.current?.abort();
			if ( data === null ) {
				setState( { status: 'nothing_entered' } );
				return;
			}
			const controller = new AbortController();
			running.current = controller;
			setState( { status: 'loading' } );
			const finish = ( next: PreviewState ) => {
				if ( ! controller.signal.aborted ) {
					setState( next );
				}
			};
			previewCreditNote( orderId, data, controller.signal ).then(
				( preview ) => finish( { status: 'ready', preview } ),
				( error: unknown ) =>
					finish( {
						status: 'error',
						error:
							error instanceof RequestError
								? error
								: new RequestError(
										'unexpected',
										String( error )
									),
					} )
			);
		},
		[ orderId ]
	);

	useEffect( () => () => running.current?.abort(), [] );

	return { state, ask };
}
