import { useLayoutEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { RowActs } from '../../components/acts/RowActs';
import { Said } from '../../components/acts/Said';
import { Failure } from '../../components/Message';
import { useFocusKept } from '../../components/useFocusKept';
import type { OrderBox, Task } from '../../generated/schemas';
import { Part } from './Part';
import { Row } from './Row';
import { Sentences, SettingLink } from './Sentences';
import { useActing } from './useActing';

type BoxProps = {
	orderId: number;
	box: OrderBox;
	/** What was printed gives way. */
	printed: HTMLElement;
	/** Something was done: resolves once the box shows it. */
	onChanged: () => Promise< void >;
};

/** As `Admin\OrderBox` prints it, with what can be done. */
export function Box( { orderId, box, printed, onChanged }: BoxProps ) {
	useLayoutEffect( () => printed.remove(), [ printed ] );
	const { acting, make, said } = useActing( orderId, onChanged );
	const changed = () => void onChanged();
	const { area, place } = useFocusKept< HTMLDivElement >();
	return (
		<div className="orderinvoicer-sheet" { ...area }>
			<div { ...place }>
				{ acting.state.status === 'failed' && (
					<Failure error={ acting.state.error } />
				) }
				{ acting.state.status === 'done' && said && (
					<Said
						{ ...said }
						answer={ asItStands( said.answer, box ) }
					/>
				) }
			</div>
			<Sentences says={ box.notes } />
			{ box.elsewhere.map( ( { what, url } ) => (
				<p key={ url }>
					{ __(
						'Already made outside this plugin:',
						'orderinvoicer'
					) }{ ' ' }
					<a href={ url }>{ what }</a>
				</p>
			) ) }
			{ box.groups.map( ( rows, index ) => (
				<section
					key={ rows[ 0 ]?.id ?? index }
					className={
						rows[ 0 ]?.is_below
							? 'orderinvoicer-document is-below'
							: 'orderinvoicer-document'
					}
				>
					{ rows.map( ( row ) => (
						<Row
							key={ row.id }
							row={ row }
							order={ { id: orderId, number: box.order } }
							acting={ acting }
							onChanged={ changed }
						/>
					) ) }
				</section>
			) ) }
			<ToCome items={ box.to_come } />
			<Sentences says={ box.hints } />
			{ box.make.map( ( { document, what, offer } ) => (
				<div key={ document } className="orderinvoicer-box-acts">
					<RowActs
						task={ {
							id: 0, // It has no row yet.
							what,
							state: 'queued',
							offers: [ offer ],
							order: { number: box.order },
							problem: null,
						} }
						acting={ {
							...acting,
							decide: ( decision ) => make( document, decision ),
						} }
					/>
				</div>
			) ) }
			{ box.parts.map( ( part ) => (
				<Part
					key={ part.name }
					part={ part }
					orderId={ orderId }
					rowId={ 0 }
					onChanged={ changed }
				/>
			) ) }
		</div>
	);
}

/** Done since, as the box says; what has not moved may have been read before the act. */
function asItStands( answer: Task, { groups }: OrderBox ): Task {
	const row = groups.flat().find( ( { id } ) => id === answer.id );
	return row?.state !== 'done'
		? answer
		: {
				...answer,
				state: row.state,
				document: row.link && { ...row.link, number: row.link.text },
			};
}

function ToCome( { items }: { items: OrderBox[ 'to_come' ] } ) {
	return (
		items.length > 0 && (
			<section className="orderinvoicer-outlook">
				<h3>{ __( 'What comes next', 'orderinvoicer' ) }</h3>
				<dl>
					{ items.map( ( { what, text, setting } ) => (
						<div key={ what }>
							<dt>{ what }</dt>
							<dd>
								{ text }
								<SettingLink href={ setting } />
							</dd>
						</div>
					) ) }
				</dl>
			</section>
		)
	);
}
