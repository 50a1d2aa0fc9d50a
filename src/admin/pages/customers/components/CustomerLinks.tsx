import { Button, ExternalLink } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _x, sprintf } from '@wordpress/i18n';
import { forgetCustomer, getCustomerLinks } from '../../../../api/endpoints';
import { useAction } from '../../../../api/useAction';
import { isRefreshing } from '../../../../api/useResource';
import { useSearch } from '../../../../api/useSearch';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import { type DataRow, DataTable } from '../../../../components/DataTable';
import { Failure, Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import { Rows } from '../../../../components/Rows';
import { SearchForm } from '../../../../components/SearchForm';
import { useFocusKept } from '../../../../components/useFocusKept';
import { formatTime } from '../../../../i18n/format';
import type { CustomerLink } from '../../../../generated/schemas';
import { Pager } from '../../tasks/components/Pager';
import { originWord } from '../words';

/** Who is remembered as whom; what is forgotten is only the link, nothing at Sellsy. */
export function CustomerLinks() {
	const model = useSearch( getCustomerLinks );
	const [ asked, setAsked ] = useState< CustomerLink | null >( null );
	const { state, run } = useAction();
	const forget = ( { id }: CustomerLink ) => {
		setAsked( null );
		run( async () => {
			await forgetCustomer( id );
			model.view.reload();
		} );
	};
	const { area, place } = useFocusKept< HTMLDivElement >();
	return (
		<div
			{ ...area }
			{ ...place }
			className="orderinvoicer-stack"
			role="group"
			aria-label={ __( 'Remembered customers', 'orderinvoicer' ) }
		>
			<p className="orderinvoicer-section__intro">
				{ __(
					'Names are read from WooCommerce when this page is shown; the plugin keeps none.',
					'orderinvoicer'
				) }
			</p>
			{ state.status === 'failed' && <Failure error={ state.error } /> }
			{ state.status === 'done' && (
				<Message status="success">
					<p>
						{ __(
							'Forgotten. The next order of this shopper is matched afresh.',
							'orderinvoicer'
						) }
					</p>
				</Message>
			) }
			<SearchForm
				label={ __( 'Find a customer', 'orderinvoicer' ) }
				help={ __(
					'Name, whole e-mail address, number of an order or number at Sellsy.',
					'orderinvoicer'
				) }
				onSearch={ model.find }
			/>
			<ResourceView
				view={ model.view }
				loadingLabel={ __( 'Reading the list…', 'orderinvoicer' ) }
			>
				{ ( { items, page, pages } ) => (
					<Rows isEarlier={ isRefreshing( model.view.resource ) }>
						<Links
							links={ items }
							isSearched={ model.search !== '' }
							onForget={ setAsked }
						/>
						<Pager
							page={ page }
							pages={ pages }
							onPage={ model.goTo }
						/>
					</Rows>
				) }
			</ResourceView>
			{ asked && (
				<ForgetModal
					link={ asked }
					onForget={ () => forget( asked ) }
					onClose={ () => setAsked( null ) }
				/>
			) }
		</div>
	);
}

type ForgetModalProps = {
	link: CustomerLink;
	onForget: () => void;
	onClose: () => void;
};

function ForgetModal( { link, onForget, onClose }: ForgetModalProps ) {
	return (
		<ConfirmModal
			title={ sprintf(
				/* translators: %s: name of a customer. */
				__( 'Forget who %s is at Sellsy?', 'orderinvoicer' ),
				nameOf( link )
			) }
			confirmLabel={ __( 'Forget', 'orderinvoicer' ) }
			onConfirm={ onForget }
			onCancel={ onClose }
		>
			<p>
				{ __(
					'The next order of this shopper is matched afresh, as if it were the first. Documents that exist stay as they are, and nothing is changed or deleted at Sellsy.',
					'orderinvoicer'
				) }
			</p>
		</ConfirmModal>
	);
}

type LinksProps = {
	links: CustomerLink[];
	isSearched: boolean;
	onForget: ( link: CustomerLink ) => void;
};

function Links( { links, isSearched, onForget }: LinksProps ) {
	if ( links.length === 0 ) {
		return (
			<p role="status">
				{ isSearched
					? __( 'Nobody fits this search.', 'orderinvoicer' )
					: __(
							'Nobody yet. Customers appear here with their first order.',
							'orderinvoicer'
						) }
			</p>
		);
	}
	return (
		<DataTable
			label={ __( 'Remembered customers', 'orderinvoicer' ) }
			columns={ [
				__( 'Customer of the shop', 'orderinvoicer' ),
				__( 'Order', 'orderinvoicer' ),
				__( 'Customer at Sellsy', 'orderinvoicer' ),
				__( 'How it came about', 'orderinvoicer' ),
				__( 'Action', 'orderinvoicer' ),
			] }
			rows={ links.map( ( link ) => rowOf( link, onForget ) ) }
		/>
	);
}

const rowOf = (
	link: CustomerLink,
	onForget: ( link: CustomerLink ) => void
): DataRow => ( {
	key: String( link.id ),
	cells: [
		<Person key="person" link={ link } />,
		<FirstOrder key="order" order={ link.order } />,
		<ExternalLink key="sellsy" href={ link.url }>
			{ link.type === 'company'
				? sprintf(
						/* translators: %d: number of a company at Sellsy. */
						__( 'Company no. %d', 'orderinvoicer' ),
						link.sellsy_id
					)
				: sprintf(
						/* translators: %d: number of a person at Sellsy. */
						__( 'Individual no. %d', 'orderinvoicer' ),
						link.sellsy_id
					) }
		</ExternalLink>,
		<div key="origin">
			{ originWord( link.origin ) }
			<p className="orderinvoicer-muted">{ formatTime( link.since ) }</p>
		</div>,
		<Button
			key="forget"
			variant="link"
			aria-label={ sprintf(
				/* translators: %s: name of a customer. */
				__( 'Forget %s', 'orderinvoicer' ),
				nameOf( link )
			) }
			onClick={ () => onForget( link ) }
		>
			{ __( 'Forget', 'orderinvoicer' ) }
		</Button>,
	],
} );

function Person( { link }: { link: CustomerLink } ) {
	const details = [
		link.is_guest ? _x( 'Guest', 'customer', 'orderinvoicer' ) : '',
		link.number,
	].filter( Boolean );
	return (
		<>
			<strong>
				{ link.profile_url ? (
					<a href={ link.profile_url }>{ nameOf( link ) }</a>
				) : (
					nameOf( link )
				) }
			</strong>
			{ details.length > 0 && (
				<p className="orderinvoicer-muted">{ details.join( ' · ' ) }</p>
			) }
		</>
	);
}

function FirstOrder( { order }: Pick< CustomerLink, 'order' > ) {
	if ( ! order ) {
		return <>{ __( 'not known', 'orderinvoicer' ) }</>;
	}
	return order.edit_url ? (
		<a href={ order.edit_url }>{ `#${ order.number }` }</a>
	) : (
		<>{ `#${ order.number }` }</>
	);
}

const nameOf = ( { name, is_guest: isGuest }: CustomerLink ): string =>
	name ||
	( isGuest
		? __( 'a guest without a name', 'orderinvoicer' )
		: __( 'a deleted account', 'orderinvoicer' ) );
