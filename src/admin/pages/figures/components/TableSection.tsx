import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { getFiguresFile } from '../../../../api/endpoints';
import { useAction } from '../../../../api/useAction';
import { DataTable } from '../../../../components/DataTable';
import { Failure } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { formatCount, formatMoney } from '../../../../i18n/format';
import type { FigureRow } from '../../../../generated/schemas';
import { hrefOf } from '../../../useRoute';
import { download } from '../download';
import type { FigureTable, CurrencyProps } from '../types';
import { keyWord, periodWord, tableWord } from '../words';

/** Before somebody asks for more: the rates of France, and 0 %. */
const FEW = 5;

type TableSectionProps = CurrencyProps & { table: FigureTable };

export function TableSection( props: TableSectionProps ) {
	const { table, currency, widgets, figures } = props;
	const [ isWhole, setWhole ] = useState( false );
	const all = currency.tables[ table ];
	if ( all.length === 0 ) {
		return null;
	}
	const rows = isWhole ? all : all.slice( 0, FEW );
	const title = tableWord( table );
	const columns = [
		keyWord( table ),
		__( 'Documents', 'orderinvoicer' ),
		__( 'Excl. VAT', 'orderinvoicer' ),
		__( 'VAT', 'orderinvoicer' ),
		__( 'Incl. VAT', 'orderinvoicer' ),
		sprintf(
			/* translators: %s: a period, such as November 2026. */
			__( '%s, VAT included', 'orderinvoicer' ),
			periodWord( figures.before )
		),
	];
	const cells = rows.map( ( row ) => ( {
		key: row.key,
		cells: cellsOf( row, currency.currency, figures.period ),
	} ) );
	const file = <FileButton { ...props } />;
	return (
		<div>
			{ widgets ? (
				<widgets.TableCard
					title={ title }
					headers={ columns.map( ( label, index ) => ( {
						key: String( index ),
						label,
						isLeftAligned: index === 0,
						isNumeric: index > 0,
						required: true,
					} ) ) }
					rows={ cells.map( ( row ) =>
						row.cells.map( ( display, index ) => ( {
							display,
							value: `${ row.key } ${ index }`,
						} ) )
					) }
					rowsPerPage={ rows.length }
					totalRows={ rows.length }
					showMenu={ false }
					actions={ file }
				/>
			) : (
				<Section title={ title } actions={ file }>
					<DataTable
						label={ title }
						columns={ columns }
						rows={ cells }
					/>
				</Section>
			) }
			{ table === 'rates' && all.some( isZero ) && (
				<p className="orderinvoicer-muted">
					{ __(
						'0%: what was sold without VAT, and the cents of rounding between the shop and Sellsy.',
						'orderinvoicer'
					) }
				</p>
			) }
			{ table === 'rates' && ! all.every( isKnown ) && (
				<Bases { ...props } />
			) }
			{ all.length > rows.length && (
				<Button variant="link" onClick={ () => setWhole( true ) }>
					{ sprintf(
						/* translators: %s: number of rows. */
						__( 'Show all %s', 'orderinvoicer' ),
						formatCount( all.length )
					) }
				</Button>
			) }
		</div>
	);
}

const isZero = ( { key }: FigureRow ): boolean =>
	key !== '' && Number( key ) === 0;

const isKnown = ( { now }: FigureRow ): boolean => now.known === now.documents;

/** What is known of some documents alone is no sum of all. */
function cellsOf(
	{ label, now, before }: FigureRow,
	code: string,
	period: { from: string; until: string }
): React.ReactNode[] {
	const money = (
		amount: string,
		{ known, documents }: FigureRow[ 'now' ]
	) =>
		known === documents
			? formatMoney( amount, code )
			: __( 'not known yet', 'orderinvoicer' );
	return [
		<a key="label" href={ hrefOf( 'history', period ) }>
			{ label }
		</a>,
		formatCount( now.documents ),
		money( now.excl_tax, now ),
		formatMoney( now.tax, code ),
		money( now.incl_tax, now ),
		money( before.incl_tax, before ),
	];
}

function Bases( { figures: { bases } }: TableSectionProps ) {
	return (
		<p className="orderinvoicer-muted">
			{ sprintf(
				/* translators: 1: number of documents, 2: number of documents. */
				__(
					'The amount excl. VAT of each rate is known for %1$s of %2$s documents. The others are read from Sellsy little by little.',
					'orderinvoicer'
				),
				formatCount( bases.known ),
				formatCount( bases.documents )
			) }
		</p>
	);
}

function FileButton( { table, figures: { period } }: TableSectionProps ) {
	const { state, run } = useAction();
	return (
		<>
			{ state.status === 'failed' && <Failure error={ state.error } /> }
			<Button
				variant="secondary"
				size="compact"
				isBusy={ state.status === 'running' }
				aria-label={ sprintf(
					/* translators: %s: name of a table. */
					__( 'Download as CSV: %s', 'orderinvoicer' ),
					tableWord( table )
				) }
				onClick={ () =>
					run( async () => {
						const file = await getFiguresFile( table, period );
						download( file.name, file.text );
					} )
				}
			>
				{ __( 'CSV', 'orderinvoicer' ) }
			</Button>
		</>
	);
}
