import { Button, ExternalLink } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import { DataTable } from '../../../../components/DataTable';
import { formatCount } from '../../../../i18n/format';
import type { Product } from '../../../../generated/schemas';
import type { ProductActs } from '../useProductActs';
import { problemWord } from '../words';

type ProductsProps = {
	products: Product[];
	isNarrowed: boolean;
	act: ProductActs;
};

/** Which products there are, and what each is remembered as at Sellsy. */
export function ProductsTable( { products, isNarrowed, act }: ProductsProps ) {
	const [ asked, setAsked ] = useState< Product | null >( null );
	const isRunning = act.state.status === 'running';
	const linked = products.filter( ( { item } ) => item !== null );
	if ( products.length === 0 ) {
		return (
			<p role="status">
				{ isNarrowed
					? __( 'No product fits this search.', 'orderinvoicer' )
					: __(
							'Every product has a reference of its own.',
							'orderinvoicer'
						) }
			</p>
		);
	}
	return (
		<>
			<DataTable
				label={ __( 'References of products', 'orderinvoicer' ) }
				columns={ [
					__( 'Product', 'orderinvoicer' ),
					__( 'Lines', 'orderinvoicer' ),
					__( 'Reference', 'orderinvoicer' ),
					__( 'At Sellsy', 'orderinvoicer' ),
				] }
				rows={ products.map( ( product ) => ( {
					key: String( product.id ),
					cells: [
						<ProductName key="name" product={ product } />,
						formatCount( product.lines ),
						<Reference key="reference" product={ product } />,
						<Item
							key="item"
							product={ product }
							onForget={ () => setAsked( product ) }
						/>,
					],
				} ) ) }
			/>
			{ linked.length > 0 && (
				<div className="orderinvoicer-actions">
					<Button
						variant="secondary"
						__next40pxDefaultSize
						isBusy={ isRunning }
						disabled={ isRunning }
						accessibleWhenDisabled
						onClick={ () => act.check( linked ) }
					>
						{ __(
							'Check that these items are still at Sellsy',
							'orderinvoicer'
						) }
					</Button>
				</div>
			) }
			{ asked && (
				<ConfirmModal
					title={ sprintf(
						/* translators: %s: name of a product. */
						__(
							'Forget which item of Sellsy %s is?',
							'orderinvoicer'
						),
						asked.name
					) }
					confirmLabel={ __( 'Forget', 'orderinvoicer' ) }
					onConfirm={ () => {
						setAsked( null );
						act.forget( asked );
					} }
					onCancel={ () => setAsked( null ) }
				>
					<p>
						{ __(
							'The next order with it looks for the reference at Sellsy afresh. Documents that exist stay as they are, and nothing is changed or deleted at Sellsy.',
							'orderinvoicer'
						) }
					</p>
				</ConfirmModal>
			) }
		</>
	);
}

const ProductName = ( { product }: { product: Product } ) => (
	<strong>
		{ product.edit_url ? (
			<a href={ product.edit_url }>{ product.name }</a>
		) : (
			product.name
		) }
	</strong>
);

const Reference = ( { product: { sku, problem } }: { product: Product } ) => (
	<div>
		{ sku && <code>{ sku }</code> }{ ' ' }
		{ problem !== 'none' && (
			<span className="orderinvoicer-badge is-attention">
				{ problemWord( problem ) }
			</span>
		) }
	</div>
);

type ItemProps = { product: Product; onForget: () => void };

function Item( { product: { item, name }, onForget }: ItemProps ) {
	if ( ! item ) {
		return <>{ __( 'with its first document', 'orderinvoicer' ) }</>;
	}
	return (
		<div>
			<ExternalLink href={ item.url }>
				{ sprintf(
					/* translators: %d: number of an item at Sellsy. */
					__( 'Item no. %d', 'orderinvoicer' ),
					item.id
				) }
			</ExternalLink>{ ' ' }
			<Button
				variant="link"
				aria-label={ sprintf(
					/* translators: %s: name of a product. */
					__( 'Forget the item of %s', 'orderinvoicer' ),
					name
				) }
				onClick={ onForget }
			>
				{ __( 'Forget', 'orderinvoicer' ) }
			</Button>
		</div>
	);
}
