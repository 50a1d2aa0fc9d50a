import { __ } from '@wordpress/i18n';
import { formatCount, formatDay } from '../../../../i18n/format';
import type { Day, Kind } from '../../../../generated/schemas';
import { kindWord } from '../../../settings/kinds';
import { totalOf } from '../chart';

type DaysTableProps = { days: Day[]; kinds: Kind[] };

/** Newest first. It scrolls by itself where it is too wide, with the arrow keys too. */
export function DaysTable( { days, kinds }: DaysTableProps ) {
	return (
		<div
			className="orderinvoicer-days"
			role="region"
			aria-label={ __( 'Documents per day', 'orderinvoicer' ) }
			tabIndex={ 0 }
		>
			<table className="widefat striped">
				<thead>
					<tr>
						<th scope="col">{ __( 'Day', 'orderinvoicer' ) }</th>
						{ kinds.map( ( kind ) => (
							<th key={ kind } scope="col">
								{ kindWord( kind ) }
							</th>
						) ) }
						<th scope="col">{ __( 'All', 'orderinvoicer' ) }</th>
					</tr>
				</thead>
				<tbody>
					{ [ ...days ].reverse().map( ( day ) => (
						<tr key={ day.day }>
							<th scope="row">{ formatDay( day.day ) }</th>
							{ kinds.map( ( kind ) => (
								<td key={ kind }>
									{ formatCount( day.counts[ kind ] ) }
								</td>
							) ) }
							<td>{ formatCount( totalOf( day ) ) }</td>
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}
