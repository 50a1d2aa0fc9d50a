export type DataRow = { key: string; cells: React.ReactNode[] };

type DataTableProps = {
	/** Names the table for those who do not see its heading. */
	label: string;
	columns: string[];
	/** The first cell names its row. */
	rows: DataRow[];
};

/** On a phone each row is a card, and each cell names its column. */
export function DataTable( { label, columns, rows }: DataTableProps ) {
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
			<tbody>
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
		</table>
	);
}
