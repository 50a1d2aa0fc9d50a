export type DataRow = { key: string; cells: React.ReactNode[] };

export type DataGroup = { key: string; rows: DataRow[] };

type DataTableProps = {
	/** Names the table for those who do not see its heading. */
	label: string;
	columns: string[];
	/** The first cell names its row. */
	rows: DataRow[];
};

type GroupedTableProps = Omit< DataTableProps, 'rows' > & {
	groups: DataGroup[];
};

/** On a phone each row is a card, and each cell names its column. */
export const DataTable = ( { rows, ...props }: DataTableProps ) => (
	<GroupedTable groups={ [ { key: '', rows } ] } { ...props } />
);

/** Rows that belong together have a body of their own. */
export function GroupedTable( { label, columns, groups }: GroupedTableProps ) {
	const [ , ...others ] = columns;
	return (
		<table className="orderinvoicer-table" aria-label={ label }>
			<thead>
				<tr>
					{ columns.map( ( column ) => (
						<th key={ column } scope="col">
							{ column }
						</th>
					) ) }
				</tr>
			</thead>
			{ groups.map( ( { key: group, rows } ) => (
				<tbody key={ group }>
					{ rows.map( ( { key, cells: [ name, ...cells ] } ) => (
						<tr key={ key }>
							<th scope="row">{ name }</th>
							{ cells.map( ( cell, index ) => (
								<td
									key={ others[ index ] }
									data-label={ others[ index ] }
								>
									{ cell }
								</td>
							) ) }
						</tr>
					) ) }
				</tbody>
			) ) }
		</table>
	);
}
