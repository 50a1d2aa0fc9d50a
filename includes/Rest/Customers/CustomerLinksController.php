<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Customers\CustomerLink;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\OrderView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\PagedAnswer;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\WooCommerce\ShopCustomers;
use OrderInvoicer\Wording\Names\SellsyPages;
use OrderInvoicer\WordPress\Tables\WpdbCustomerLinks;

/**
 * Which customer of Sellsy is remembered for which shopper. Names are those in WooCommerce now.
 *
 * @phpstan-import-type OrderRefAnswer from OrderView
 *
 * @phpstan-type CustomerLinkAnswer array{
 *     id: int,
 *     // As WooCommerce has it now; empty where account and order are gone.
 *     name: string,
 *     is_guest: bool,
 *     profile_url: string,
 *     // SIREN or VAT number that the account buys with.
 *     number: string,
 *     order: OrderRefAnswer|null,
 *     type: value-of<CustomerType>,
 *     sellsy_id: int,
 *     url: string,
 *     // One of unknown, customer_remembered, customer_by_siret, customer_by_reference, customer_by_email,
 *     // customer_created, chosen.
 *     origin: string,
 *     since: Rfc3339,
 * }
 * @phpstan-type CustomerLinksAnswer list<CustomerLinkAnswer>
 * @phpstan-type CustomerChoicesAnswer array{
 *     // Several customers may be the buyer.
 *     several: NaturalInt,
 *     // The order is for a company and a person has its e-mail address at Sellsy; or it is for a person and a
 *     // company has it.
 *     other_kind: NaturalInt,
 * }
 * @phpstan-type ForgottenAnswer array{
 *     forgotten: bool,
 * }
 */
final class CustomerLinksController extends BaseController {

	public function __construct(
		private readonly Account $account,
		private readonly WpdbCustomerLinks $links,
		private readonly ShopCustomers $customers,
		private readonly SellsyPages $pages,
		private readonly OrderView $orders,
	) {}

	public function routes(): array {
		return [
			// POST: a search holds addresses and names, which servers write to their logs with every URL.
			$this->post( '/customer-links/search', 'customer-links', $this->page( ... ), 'search-query' ),
			$this->get( '/customer-choices', 'customer-choices', $this->choices( ... ) ),
			$this->delete( '/customer-links/' . self::ID, 'forgotten', $this->forget( ... ) ),
		];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function page( \WP_REST_Request $request ): \WP_REST_Response {
		$query   = new Values( $request->get_params() );
		$page    = new PagedAnswer( $query );
		$account = $this->account->id();
		$search  = $this->customers->search( $query->text( 'search', '' ) );
		$links   = $this->links->page( $account, $search, $page->limit, $page->offset );
		return $page->counted(
			$this->answer( 'customer-links', array_map( $this->link( ... ), $links ) ),
			$this->links->count( $account, $search )
		);
	}

	private function choices(): \WP_REST_Response {
		$waiting = $this->links->waiting();
		return $this->answer(
			'customer-choices',
			[
				'several'    => $waiting[ ProblemCode::SeveralCustomers->value ],
				'other_kind' => $waiting[ ProblemCode::CustomerOtherKind->value ],
			]
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function forget( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->links->forget( $this->account->id(), $this->id( $request ) )
			? $this->answer( 'forgotten', [ 'forgotten' => true ] )
			: Refusal::not_found();
	}

	/** @return CustomerLinkAnswer */
	private function link( CustomerLink $link ): array {
		return [
			'id'          => $link->id,
			'name'        => $this->customers->name( $link ),
			'is_guest'    => $link->user_id === 0,
			'profile_url' => $this->customers->profile_url( $link ),
			'number'      => $link->number,
			'order'       => $link->order_id === 0
				? null
				: $this->orders->view( $link->order_id, $this->orders->read( $link->order_id ) ),
			'type'        => $link->ref->type->value,
			'sellsy_id'   => $link->ref->id,
			'url'         => $this->pages->customer( $link->ref ),
			'origin'      => $link->origin === '' ? 'unknown' : $link->origin,
			'since'       => $link->since->format( DATE_RFC3339 ),
		];
	}
}
