<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Linking\LinkDoubt;
use OrderInvoicer\Domain\Linking\LinkProposal;
use OrderInvoicer\Wording\LinkText;
use OrderInvoicer\Wording\Names\DocumentPage;

/** A document beside the order that it may be linked to, as the schema `order-link` shows it. */
final class LinkView {

	public function __construct(
		private readonly LinkText $texts,
		private readonly DocumentPage $pages,
	) {}

	/** @return array<string, mixed> */
	public function view( LinkProposal $proposal, \WC_Order $order ): array {
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
			'obstacle' => $proposal->obstacle === null ? null : self::word( $proposal->obstacle->name ),
			'seen'     => $proposal->mark(),
		];
	}

	private static function word( string $case ): string {
		return strtolower( (string) preg_replace( '/(?<!^)[A-Z]/', '_$0', $case ) );
	}
}
