import { __, sprintf } from '@wordpress/i18n';
import { DataTable } from '../../../../components/DataTable';
import {
	formatCount,
	formatDifference,
	formatQuantity,
	formatTime,
} from '../../../../i18n/format';
import type {
	Stock,
	StockChange,
	StockProduct,
} from '../../../../generated/schemas';

type TableProps = { comparison: Stock };

/** What was compared, and what would be done. */
export function StockProducts( { comparison }: TableProps ) {
	const { standing, products, total } = comparison;
	if ( products.length === 0 ) {
		return standing === 'compared' || standing === 'agreeing' ? (
			<p role="status">
				{ __(
					'No product was found whose stock WooCommerce manages and that is linked with an item of Sellsy. A product is linked when the first document with it is made.',
					'orderinvoicer'
				) }
			</p>
		) : null;
	}
	return (
		<>
			<p role="status">
				{ sprintf(
					/* translators: 1: number of products compared, 2: number that differ. */
					__(
						'Products compared: %1$s. They differ: %2$s.',
						'orderinvoicer'
					),
					formatCount( total ),
					formatCount( comparison.differ )
				) }
			</p>
			<DataTable
				label={ __( 'Stock of shop and Sellsy', 'orderinvoicer' ) }
				columns={ [
					__( 'Product', 'orderinvoicer' ),
					__( 'Shop', 'orderinvoicer' ),
					__( 'Sellsy', 'orderinvoicer' ),
					__( 'Difference', 'orderinvoicer' ),
					__( 'What is done', 'orderinvoicer' ),
				] }
				rows={ products.map( ( product ) => ( {
					key: String( product.product_id ),
					cells: [
						<Name key="name" product={ product } />,
						<Shop key="shop" product={ product } />,
						quantity( product.sellsy ),
						product.difference === ''
							? notKnown()
							: formatDifference( product.difference ),
						<Said key="text" product={ product } />,
					],
				} ) ) }
			/>
			{ total > products.length && (
				<p>
					{ sprintf(
						/* translators: %s: number of products. */
						__(
							'Only the first %s are shown, those that differ first.',
							'orderinvoicer'
						),
						formatCount( products.length )
					) }
				</p>
			) }
		</>
	);
}

/** What was done, newest first. */
export function StockChanges( { comparison }: TableProps ) {
	const { changes, changes_total: total } = comparison;
	if ( changes.length === 0 ) {
		return null;
	}
	return (
		<>
			<h4>{ __( 'Changes of the last 90 days', 'orderinvoicer' ) }</h4>
			<DataTable
				label={ __( 'Changes of stock', 'orderinvoicer' ) }
				columns={ [
					__( 'Product', 'orderinvoicer' ),
					__( 'When', 'orderinvoicer' ),
					__( 'Where', 'orderinvoicer' ),
					__( 'Quantity', 'orderinvoicer' ),
					__( 'Outcome', 'orderinvoicer' ),
				] }
				rows={ changes.map( ( change ) => ( {
					key: String( change.id ),
					cells: [
						<Name key="name" product={ change } />,
						<time key="at" dateTime={ change.at }>
							{ formatTime( change.at ) }
						</time>,
						change.side === 'shop'
							? __( 'Shop', 'orderinvoicer' )
							: __( 'Sellsy', 'orderinvoicer' ),
						sprintf(
							/* translators: 1: quantity before, 2: quantity after. */
							__( 'from %1$s to %2$s', 'orderinvoicer' ),
							quantity( change.from ),
							quantity( change.to )
						),
						<Said key="text" product={ change } />,
					],
				} ) ) }
			/>
			{ total > changes.length && (
				<p>
					{ sprintf(
						/* translators: %s: number of changes. */
						__( 'Only the newest %s are shown.', 'orderinvoicer' ),
						formatCount( changes.length )
					) }
				</p>
			) }
		</>
	);
}

const quantity = ( value: string ): string =>
	value === '' ? notKnown() : formatQuantity( value );

const notKnown = () => __( 'not known', 'orderinvoicer' );

function Name( { product }: { product: StockProduct | StockChange } ) {
	const name =
		product.name ||
		sprintf(
			/* translators: %d: number of a product. */
			__( 'Product no. %d', 'orderinvoicer' ),
			product.product_id
		);
	return (
		<div>
			<strong>
				{ product.edit_url ? (
					<a href={ product.edit_url }>{ name }</a>
				) : (
					name
				) }
			</strong>{ ' ' }
			{ product.sku && <code>{ product.sku }</code> }
		</div>
	);
}

/** What was sold, and is still counted in Sellsy until its document is there. */
function Shop( { product }: { product: StockProduct } ) {
	const { shop, on_the_way: sold } = product;
	return (
		<span>
			{ quantity( shop ) }
			{ sold !== '0' && (
				<>
					{ ' ' }
					{ sprintf(
						/* translators: %s: a quantity. */
						__( '(+ %s sold, document to come)', 'orderinvoicer' ),
						formatQuantity( sold )
					) }
				</>
			) }
		</span>
	);
}

const NEEDS_A_LOOK = [ 'blocked', 'unclear', 'lost', 'refused', 'ignored' ];

const Said = ( { product }: { product: StockProduct | StockChange } ) =>
	NEEDS_A_LOOK.includes( product.state ) ? (
		<span className="orderinvoicer-badge is-attention">
			{ product.text }
		</span>
	) : (
		<>{ product.text }</>
	);
