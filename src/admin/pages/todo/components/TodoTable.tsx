import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { formatMoney, formatTime } from '../../../../i18n/format';
import type { TodoRow } from '../../../../generated/schemas';
import { namedAct } from '../../../../components/acts/RowActs';
import { ActionsCell, OrderCell } from '../../tasks/components/cells';
import { type Group, ownOf } from '../groups';
import type { TodoModel } from '../useTodo';

type TableProps = {
	label: string;
	group: Group;
	model: TodoModel;
	canSelect: boolean;
	timelineOf: ( orderId: number ) => string;
};

export function TodoTable( props: TableProps ) {
	const { label, group, model, canSelect } = props;
	return (
		<table className="orderinvoicer-table" aria-label={ label }>
			<thead>
				<tr>
					{ canSelect && (
						<td className="is-select">
							<SelectAll group={ group } model={ model } />
						</td>
					) }
					<th scope="col">{ __( 'Order', 'orderinvoicer' ) }</th>
					<th scope="col">{ __( 'Customer', 'orderinvoicer' ) }</th>
					<th scope="col" className="is-amount">
						{ __( 'Amount', 'orderinvoicer' ) }
					</th>
					<th scope="col">{ __( 'Since', 'orderinvoicer' ) }</th>
					<th scope="col">{ __( 'What to do', 'orderinvoicer' ) }</th>
				</tr>
			</thead>
			<tbody>
				{ group.rows.map( ( row ) => (
					<Row key={ row.task.id } row={ row } { ...props } />
				) ) }
			</tbody>
		</table>
	);
}

function Row( {
	row,
	group,
	model,
	canSelect,
	timelineOf,
}: TableProps & { row: TodoRow } ) {
	const { task, customer, total, currency } = row;
	const own = ownOf( row, group );
	return (
		<tr>
			{ canSelect && (
				<td className="is-select">
					<Select row={ row } model={ model } />
				</td>
			) }
			<th scope="row" className="is-order">
				<OrderCell task={ task } isFirst />
			</th>
			<td className="is-customer">{ customer || notKnown() }</td>
			<td className="is-incl_tax">
				{ total === null ? notKnown() : formatMoney( total, currency ) }
			</td>
			<td className="is-date">{ formatTime( task.updated_at ) }</td>
			<td className="is-act">
				{ own && <p>{ own }</p> }
				<ActionsCell
					task={ task }
					deciding={ model.deciding }
					timeline={ timelineOf( task.order.id ) }
				/>
			</td>
		</tr>
	);
}

const notKnown = (): string => __( 'not known', 'orderinvoicer' );

type SelectProps = { row: TodoRow; model: TodoModel };

function Select( { row: { task }, model: { selected, select } }: SelectProps ) {
	return (
		<CheckboxControl
			__nextHasNoMarginBottom
			aria-label={ namedAct( __( 'Select', 'orderinvoicer' ), task ) }
			checked={ selected.includes( task.id ) }
			onChange={ ( isChecked ) =>
				select(
					isChecked
						? [ ...selected, task.id ]
						: selected.filter( ( id ) => id !== task.id )
				)
			}
		/>
	);
}

function SelectAll( {
	group,
	model: { selected, select },
}: Pick< TableProps, 'group' | 'model' > ) {
	const ids = group.rows.map( ( { task } ) => task.id );
	const some = ids.filter( ( id ) => selected.includes( id ) );
	return (
		<CheckboxControl
			__nextHasNoMarginBottom
			aria-label={ sprintf(
				/* translators: %d: number of rows. */
				__( 'Select these %d', 'orderinvoicer' ),
				ids.length
			) }
			checked={ some.length === ids.length }
			indeterminate={ some.length > 0 && some.length < ids.length }
			onChange={ ( isChecked ) =>
				select( [
					...selected.filter( ( id ) => ! ids.includes( id ) ),
					...( isChecked ? ids : [] ),
				] )
			}
		/>
	);
}
