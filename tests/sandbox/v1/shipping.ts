import { textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { dateOf, decimalOf, numberOf, objectAt } from './values.ts';

/** `shipping` of `Document.create` and `Document.updateFields`, in v2's words. */
export function shippingFields( shipping: JsonObject ): JsonObject {
	const { nbParcels, weight, weightUnit, volume, date } = shipping;
	const parcel = {
		...( nbParcels === undefined
			? {}
			: { parcel_count: numberOf( nbParcels ) } ),
		...text( shipping, 'trackingNumber', 'tracking_number' ),
		...text( shipping, 'trackingUrl', 'tracking_url' ),
	};
	return {
		...( weight === undefined
			? {}
			: {
					shipping_weight: {
						unit: textOf( weightUnit ) || 'g',
						value: decimalOf( weight ),
					},
				} ),
		...( volume === undefined
			? {}
			: { shipping_volume: decimalOf( volume ) } ),
		...( date === undefined ? {} : { shipping_date: dateOf( date ) } ),
		...( Object.keys( parcel ).length === 0
			? {}
			: { settings: { shipping: parcel } } ),
	};
}

function text( shipping: JsonObject, name: string, to: string ): JsonObject {
	return shipping[ name ] === undefined
		? {}
		: { [ to ]: textOf( shipping[ name ] ) };
}

/** The parcel as the old API answers it: everything is a text, and zero where nothing is known. */
export function shippingView( body: JsonObject ): JsonObject {
	const parcel = objectAt( objectAt( body, 'settings' ), 'shipping' );
	const weight = objectAt( body, 'shipping_weight' );
	return {
		shippingNbParcels: String( numberOf( parcel[ 'parcel_count' ] ) ),
		shippingWeight: decimalOf( weight[ 'value' ] ) || '0',
		shippingWeightUnit: textOf( weight[ 'unit' ] ) || 'g',
		shippingVolume: decimalOf( body[ 'shipping_volume' ] ) || '0',
		shippingTrackingNumber: textOf( parcel[ 'tracking_number' ] ),
		shippingTrackingUrl: textOf( parcel[ 'tracking_url' ] ),
		shippingDate: textOf( body[ 'shipping_date' ] ) || '0000-00-00',
	};
}
