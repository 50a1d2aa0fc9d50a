<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

/**
 * The order box as its script draws it: the text that is printed, then each offer and part as a button, `<button
 * value="retry:12:0.25" data-asks='["…"]'>Retry</button>`. Pressed, each goes to its route.
 */
trait DrawnBox {

	/** @param string $html as `OrderBox` prints it. */
	final protected static function drawn( string $html ): string {
		$box  = self::box_of( $html ) + [
			'groups' => [],
			'make'   => [],
			'parts'  => [],
		];
		$html = (string) preg_replace( '/ data-sheet="[^"]+"/', '', $html );
		foreach ( array_merge( ...$box['groups'] ) as $row ) {
			foreach ( $row['parts'] as $part ) {
				$html .= self::part( $part );
			}
			foreach ( $row['offers'] as $offer ) {
				$html .= self::button( $offer, (string) $row['id'] );
			}
		}
		foreach ( $box['make'] as $made ) {
			$html .= self::button( $made['offer'], $made['document'] );
		}
		return $html . implode( '', array_map( self::part( ... ), $box['parts'] ) );
	}

	/** @return array<string, mixed> as the script reads it; empty where there is none. */
	final protected static function box_of( string $html ): array {
		return preg_match( '/data-sheet="([^"]+)"/', $html, $found ) === 1
			? json_decode( html_entity_decode( $found[1], ENT_QUOTES ), true, 512, JSON_THROW_ON_ERROR )['box']
			: [];
	}

	/** @param array<string, mixed> $offer as `Reports\OfferView` answers it. */
	private static function button( array $offer, string $about ): string {
		$said = $offer['by_hand'] ? 'by_hand' : $offer['amount'];
		return $offer['why_not'] !== '' ? '' : sprintf(
			"<button value=\"%s\" data-asks='%s'>%s</button>",
			rtrim( "{$offer['act']}:$about:$said", ':' ),
			json_encode( $offer['asks'], JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ),
			$offer['label']
		);
	}

	/** @param array{name: string, label: string, says: list<string>, choices: list<array{value: string}>} $part */
	private static function part( array $part ): string {
		return sprintf(
			'<a data-part="%s" data-choices="%s">%s %s</a>',
			$part['name'],
			implode( ',', array_column( $part['choices'], 'value' ) ),
			$part['label'],
			implode( ' ', $part['says'] )
		);
	}

	/** @return list<string>|null what a button asks first; null where there is no such button. */
	final protected static function asks( string $drawn, string $value ): ?array {
		$button = '/<button value="' . preg_quote( $value, '/' ) . "\" data-asks='(.*?)'>/";
		return preg_match( $button, $drawn, $found ) === 1
			? json_decode( $found[1], true, 512, JSON_THROW_ON_ERROR )
			: null;
	}

	/** @param string $reason of a refusal. */
	final protected static function press_at( int $order_id, string $value, string $reason = '' ): \WP_REST_Response {
		[ $act, $about, $said ] = explode( ':', "$value::" );
		$path = match ( $act ) {
			'make_now' => "/orders/$order_id/sync",
			'mark_sent' => "/tasks/$about/sent",
			default => "/tasks/$about/" . str_replace( '_', '-', $act ),
		};
		return self::post(
			$path,
			array_filter(
				[
					'document' => $act === 'make_now' ? $about : '',
					'by_hand'  => $said === 'by_hand',
					'amount'   => $said === 'by_hand' ? '' : $said,
					'reason'   => $reason,
				]
			)
		);
	}

	/** @param array<string, mixed> $said */
	final protected static function post( string $path, array $said = [], string $method = 'POST' ): \WP_REST_Response {
		$request = new \WP_REST_Request( $method, "/orderinvoicer/v1$path" );
		if ( $method === 'GET' ) {
			$request->set_query_params( $said );
		} elseif ( $said !== [] ) {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( (string) wp_json_encode( $said ) );
		}
		return rest_ensure_response( rest_do_request( $request ) );
	}
}
