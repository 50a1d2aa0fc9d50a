<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Features\Linking\Rules\FindToLink;
use OrderInvoicer\Features\Linking\Rules\LinkDocument;
use OrderInvoicer\Features\Linking\Rules\LinkDoubt;
use OrderInvoicer\Features\Linking\Rules\LinkProposal;
use OrderInvoicer\Features\Linking\Rules\LinkTarget;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Wording\Names\DocumentPage;

/**
 * A document that somebody made at Sellsy: looked for, compared and linked to an order. Both ask Sellsy.
 *
 * @phpstan-import-type TaskAnswer from TaskView
 *
 * @phpstan-type LinkProposalAnswer array{
 *     id: int,
 *     number: string,
 *     url: string,
 *     // Sellsy's own word.
 *     status: string,
 *     date: string,
 *     // Empty where Sellsy does not say.
 *     customer: string,
 *     // TTC.
 *     total: string,
 *     currency: string,
 *     // TTC of the order or refund.
 *     expected: string,
 *     // other_total, other_customer, unknown_customer, refused.
 *     doubts: list<string>,
 *     // The same in words.
 *     says: list<string>,
 *     // Kind and number, customer, total and day.
 *     title: string,
 *     // What the button says that links it.
 *     label: string,
 *     // Why it may not be linked; empty where it may.
 *     why_not: string,
 *     // draft, cancelled, in_use; null: it may be linked.
 *     obstacle: string|null,
 *     // To send with the request that links it.
 *     seen: string,
 * }
 * @phpstan-type OrderLinkAnswer array{
 *     found: list<LinkProposalAnswer>,
 *     // Why none was found.
 *     why: string,
 *     // What linking leads to.
 *     follows: string,
 * }
 */
final class LinkController extends BaseController {

	public function __construct(
		private readonly LinkSearch $search,
		private readonly FindToLink $find,
		private readonly LinkDocument $link,
		private readonly DocumentPage $pages,
		private readonly LinkText $texts,
		private readonly TaskView $tasks,
	) {}

	public function routes(): array {
		$path = self::ORDER . '/link';
		return [
			$this->get( $path, 'order-link', $this->look( ... ), 'order-link-query' ),
			$this->post( $path, 'task', $this->link( ... ), 'order-link-request' ),
		];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function look( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$asked  = new Values( $request->get_params() );
		$target = LinkTarget::read( $asked->text( 'as', '' ) );
		$order  = wc_get_order( $this->id( $request ) );
		if ( $target === null || ! $order instanceof \WC_Order ) {
			return Refusal::not_found();
		}
		$found = $this->search->found( $order->get_id(), $target, trim( $asked->text( 'number', '' ) ) );
		return $this->answer(
			'order-link',
			[
				'found'   => is_string( $found ) ? [] : $this->shown( $found, $order ),
				'why'     => is_string( $found ) ? $found : '',
				'follows' => $this->texts->follows( $target ),
			]
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function link( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$said   = new Values( (array) $request->get_json_params() + $request->get_body_params() );
		$target = LinkTarget::read( $said->text( 'as', '' ) );
		$order  = wc_get_order( $this->id( $request ) );
		if ( $target === null || ! $order instanceof \WC_Order ) {
			return Refusal::not_found();
		}
		$id  = $said->id( 'id', null ) ?? 0;
		$row = $this->link->link( $order->get_id(), $target, $id, $said->text( 'seen', '' ) );
		return $row === null
			? $this->refused( $this->find->one( $order->get_id(), $target, $id ), $order )
			: $this->answer( 'task', $this->tasks->view( $row ) );
	}

	/** With the document as it is now, where there is one. */
	private function refused( ?LinkProposal $fresh, \WC_Order $order ): \WP_Error {
		$says = $fresh === null ? '' : $this->texts->obstacle( $fresh );
		return Refusal::changed(
			$says === ''
				? __(
					'Nothing was linked: the document, or the order, is otherwise than it was shown. Look again.',
					'orderinvoicer'
				)
				: $says,
			[ 'found' => $fresh === null ? [] : $this->shown( [ $fresh ], $order ) ]
		);
	}

	/**
	 * @param list<LinkProposal> $found
	 * @return list<LinkProposalAnswer>
	 */
	private function shown( array $found, \WC_Order $order ): array {
		return array_map( fn ( LinkProposal $one ): array => $this->proposal( $one, $order ), $found );
	}

	/** @return LinkProposalAnswer as the schema `order-link` has it. */
	private function proposal( LinkProposal $proposal, \WC_Order $order ): array {
		$document = $proposal->document;
		return [
			'id'       => $document->id,
			'number'   => $document->number,
			'url'      => $this->pages->url( $document->kind, $document->id ),
			'status'   => $document->status,
			'date'     => $document->date,
			'customer' => $proposal->customer(),
			'total'    => $document->amounts->incl_tax->to_string(),
			'currency' => $document->currency,
			'expected' => $proposal->expected->to_scale( $proposal->currency->decimals ),
			'doubts'   => array_map(
				static fn ( LinkDoubt $doubt ): string => self::word( $doubt->name ),
				$proposal->doubts
			),
			'says'     => $this->texts->compared( $proposal, $this->texts->buyer( $order ) ),
			'title'    => $this->texts->document( $proposal ),
			'label'    => $this->texts->button( $proposal ),
			'why_not'  => $this->texts->obstacle( $proposal ),
			'obstacle' => $proposal->obstacle === null ? null : self::word( $proposal->obstacle->name ),
			'seen'     => $proposal->mark(),
		];
	}

	private static function word( string $case ): string {
		return strtolower( (string) preg_replace( '/(?<!^)[A-Z]/', '_$0', $case ) );
	}
}
