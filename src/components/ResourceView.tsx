import type { View } from '../api/useResource';
import { Loading } from './Loading';
import { Failure } from './Message';

type ResourceViewProps< T > = {
	view: View< T >;
	loadingLabel: string;
	children: ( data: T ) => React.ReactNode;
};

/** What is being read, could not be read, or is there: one look for all of the page. */
export function ResourceView< T >( {
	view: { resource, reload },
	loadingLabel,
	children,
}: ResourceViewProps< T > ) {
	switch ( resource.status ) {
		case 'loading':
			return <Loading label={ loadingLabel } />;
		case 'error':
			return <Failure error={ resource.error } onRetry={ reload } />;
		case 'ready':
			return <>{ children( resource.data ) }</>;
	}
}
