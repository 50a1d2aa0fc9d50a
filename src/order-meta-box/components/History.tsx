import { Button } from '@wordpress/components';
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { getHistory } from '../../api/orderEndpoints';
import { useResource } from '../../api/useResource';
import { ResourceView } from '../../components/ResourceView';
import { formatTime } from '../../i18n/format';
import { outcomeWord } from '../../i18n/words';
import type { History as OrderHistory } from '../../api/orderHistory';

const CONTENT = 'orderinvoicer-order-history';

type HistoryProps = {
	orderId: number;
	/** Another one means that something has happened since. */
	round: number;
};

/** What was tried for the order, read only once somebody wants to see it. */
export function History( { orderId, round }: HistoryProps ) {
	const [ isOpen, setOpen ] = useState( false );
	return (
		<>
			<Button
				variant="link"
				aria-expanded={ isOpen }
				aria-controls={ CONTENT }
				onClick={ () => setOpen( ! isOpen ) }
			>
				{ __( 'History', 'orderinvoicer' ) }
			</Button>
			<div
				id={ CONTENT }
				className="orderinvoicer-history"
				hidden={ ! isOpen }
			>
				{ isOpen && <Rows orderId={ orderId } round={ round } /> }
			</div>
		</>
	);
}

function Rows( { orderId, round }: HistoryProps ) {
	const load = useCallback(
		( signal: AbortSignal ) => getHistory( orderId, signal ),
		[ orderId ]
	);
	const view = useResource( load );
	const { reload } = view;
	const seen = useRef( round );
	useEffect( () => {
		if ( seen.current !== round ) {
			seen.current = round;
			reload();
		}
	}, [ round, reload ] );
	return (
		<ResourceView
			view={ view }
			loadingLabel={ __( 'Reading the history…', 'orderinvoicer' ) }
		>
			{ ( { rows } ) =>
				rows.length === 0 ? (
					<p>{ __( 'Nothing was tried yet.', 'orderinvoicer' ) }</p>
				) : (
					rows.map( ( row ) => (
						<Row key={ row.task.id } row={ row } />
					) )
				)
			}
		</ResourceView>
	);
}

function Row( { row }: { row: OrderHistory[ 'rows' ][ number ] } ) {
	return (
		<section>
			<h3>{ row.task.what }</h3>
			{ row.tries.length === 0 && (
				<p>{ __( 'Not tried yet.', 'orderinvoicer' ) }</p>
			) }
			<ol>
				{ row.tries.map( ( { at, outcome, steps, problem }, index ) => (
					<li key={ index }>
						<strong>{ outcomeWord( outcome ) }</strong>{ ' ' }
						{ formatTime( at ) }
						{ steps.length > 0 && (
							<ul>
								{ steps.map( ( step, place ) => (
									<li key={ place }>{ step }</li>
								) ) }
							</ul>
						) }
						{ problem && (
							<p>
								{ problem.text } { problem.next_step }
							</p>
						) }
					</li>
				) ) }
			</ol>
		</section>
	);
}
