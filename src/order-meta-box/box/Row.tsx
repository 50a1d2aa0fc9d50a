import type { Acting } from '../../components/acts/acts';
import { RowActs } from '../../components/acts/RowActs';
import type { BoxRow } from '../../generated/schemas';
import { Part } from './Part';
import { Sentences, SettingLink } from './Sentences';

type RowProps = {
	row: BoxRow;
	order: { id: number; number: string };
	acting: Acting;
	onChanged: () => void;
};

/** A document, or a step beside it: what it is, how it stands, what is wrong and what can be done. */
export function Row( { row, order, acting, onChanged }: RowProps ) {
	const { title, badge, link, figures, says, problem, parts } = row;
	return (
		<>
			{ badge ? (
				<h3>
					{ title }{ ' ' }
					<span
						className={ `orderinvoicer-badge is-${ badge.look }` }
					>
						{ badge.text }
					</span>
				</h3>
			) : (
				<p>{ title }</p>
			) }
			{ link && <Link { ...link } /> }
			{ figures.length > 0 && (
				<table className="orderinvoicer-figures">
					<caption className="screen-reader-text">
						{ link?.text ?? title }
					</caption>
					<tbody>
						{ figures.map( ( { what, amount } ) => (
							<tr key={ what }>
								<th scope="row">{ what }</th>
								<td>{ amount }</td>
							</tr>
						) ) }
					</tbody>
				</table>
			) }
			<Sentences says={ says } />
			{ problem && (
				<p>
					{ problem }
					<SettingLink href={ row.setting } />
				</p>
			) }
			{ parts.map( ( part ) => (
				<Part
					key={ part.name }
					part={ part }
					orderId={ order.id }
					rowId={ row.id }
					onChanged={ onChanged }
				/>
			) ) }
			{ row.offers.length > 0 && (
				<div className="orderinvoicer-box-acts">
					<RowActs
						task={ {
							...row,
							order,
							problem: problem ? { text: problem } : null,
						} }
						acting={ acting }
					/>
				</div>
			) }
		</>
	);
}

function Link( { text, url, date, pdf }: NonNullable< BoxRow[ 'link' ] > ) {
	return (
		<p>
			<a href={ url }>{ text }</a>
			{ date && ` · ${ date }` }
			{ pdf && (
				<>
					{ ' · ' }
					<a href={ pdf } aria-label={ `PDF, ${ text }` }>
						PDF
					</a>
				</>
			) }
		</p>
	);
}
